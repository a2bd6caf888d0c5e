import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Interrogative, QuestionType } from './interrogatives.ts';
import type { Term } from './terms.ts';

/** The noun that a question asks for. */
export interface Asked {
  readonly term: Term;
  /** Whether it stands behind the interrogative (什么原则) or in front of it (要素有哪些). */
  readonly follows: boolean;
}

/**
 * The last noun of the phrase that begins with `first`: 产业 of 重点特色产业. Two nouns that no notice has side by
 * side are not one phrase: 什么行动全面启动.
 */
function headOf(first: Term, terms: readonly Term[], folded: string, lexicon: Lexicon): Term {
  let head = first;
  for (const term of terms.slice(terms.indexOf(first) + 1)) {
    const junction = folded.slice(head.end - 1, term.start + 1);
    if (term.start !== head.end || term.kind === 'other' || !lexicon.knows(junction)) break;
    head = term;
  }
  return head;
}

/** What may stand between an interrogative and the noun it asks for: 什么样的模式. */
const LINK = /^(?:样)?的?\s*$/u;

export function findAsked(
  folded: string,
  interrogative: Interrogative | undefined,
  terms: readonly Term[],
  lexicon: Lexicon,
): Asked | undefined {
  if (interrogative === undefined) {
    const last = terms.findLast(({ kind }) => kind === 'noun');
    return last === undefined ? undefined : { term: last, follows: false };
  }
  const behind = terms.find(({ start }) => start >= interrogative.end);
  if (behind !== undefined && LINK.test(folded.slice(interrogative.end, behind.start))) {
    // What follows 列出 is one noun phrase to the end; what follows 哪些 may go on with a verb.
    const isImperative = folded.slice(interrogative.start, interrogative.end).startsWith('列');
    const last = isImperative ? terms.findLast(({ kind }) => kind === 'noun') : undefined;
    return { term: last ?? headOf(behind, terms, folded, lexicon), follows: true };
  }
  const before = terms.findLast(({ end, text }) => end <= interrogative.start && text.length > 1);
  const gap = before === undefined ? '' : folded.slice(before.end, interrogative.start);
  return before !== undefined && gap.length <= 4 ? { term: before, follows: false } : undefined;
}

/** 部门是哪个 asks who, as 哪个部门 does. */
export function typeOf(interrogative: Interrogative | undefined, asked: Asked | undefined): QuestionType {
  if (interrogative === undefined) return 'fragment';
  const isActor =
    asked !== undefined && /^(?:部门|单位|机构|机关|主管部门|责任人|负责人|人)$/u.test(asked.term.text);
  return interrogative.type === 'what' && isActor ? 'who' : interrogative.type;
}
