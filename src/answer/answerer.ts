import { lexiconOf, type Subject } from '../lexicon/lexicon.ts';
import { pinyinKey } from '../lexicon/pinyin.ts';
import type { County, Initiative, Located } from '../lexicon/terms.ts';
import { understandInSteps, type Understanding } from '../lexicon/understanding.ts';
import type { Notice } from '../notice/notice.ts';
import { fold } from '../text/script.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { finish, type Steps } from '../text/steps.ts';
import { findAboutNotice } from './strategies/about.ts';
import { findByPlace, findByValue } from './strategies/facts.ts';
import { loadExtractor } from './extraction/extractor.ts';
import { groupByPassage } from './cut-passage.ts';
import { completeFollowUp } from './follow-up.ts';
import { loadAppraiser } from './appraisal/appraiser.ts';
import { quote, type Finding, type Knowledge, type Refusal, type Strategy } from './finding.ts';
import { findCandidates, findGenerally, type Candidate } from './general.ts';
import { findInitiative } from './strategies/initiatives.ts';
import { findByLabel } from './strategies/lists.ts';
import { asOf } from './notices/as-of.ts';
import { createAskMany, type AskContext } from './notices/many.ts';
import { replacementsInSteps, type Replacement } from './notices/replacements.ts';
import { rankSentences } from './ranked.ts';
import { loadRanker } from './ranking/load-ranker.ts';
import { openPassageIndex, postingsInSteps, type PassagePostings } from './passage-index.ts';
import { parseQuestion, type Question } from './question/question.ts';
import type { Abstention, Alternative, CountyReport, InitiativeReport, Reply } from './reply.ts';
import { suggest } from './suggestions.ts';

/** Answers questions about a set of notices. Pure: the same question always gets the same reply. */
export interface Answerer {
  readonly notices: readonly Notice[];
  /** The places that the notices mention, those with facts first, then in the order of the text. */
  readonly counties: readonly County[];
  readonly initiatives: readonly Initiative[];
  /** @param context where it is asked; without it, a question about the notice itself is about the newest */
  ask(question: string, context?: AskContext): Reply;
  /**
   * The whole question that `message` stands for after the question `previous`, folded: 那平湖呢 after
   * 海寧是什麼產業 is 平湖是什么产业?; undefined where it says all by itself.
   */
  complete(message: string, previous: string): string | undefined;
  /** The county that `name` means, in either script, with or without 縣/市/區, in pinyin or with a typo. */
  findCounty(name: string): CountyReport | undefined;
  countyById(id: string): CountyReport | undefined;
  findInitiative(name: string): InitiativeReport | undefined;
  initiativeById(id: string): InitiativeReport | undefined;
  sentenceById(id: string): Located | undefined;
}

export interface AnswererOptions {
  readonly notices: readonly Notice[];
  readonly segmenter: Segmenter;
  /** The date, as `YYYY-MM-DD`, that 今年 and 去年 count from; without it they are words like others. */
  readonly today?: () => string;
}

/** Strategies that know exactly when they apply, the most specific first. */
const STRATEGIES: readonly Strategy[] = [
  findAboutNotice,
  findByPlace,
  findByValue,
  findInitiative,
  findByLabel,
];

const MOST_ALTERNATIVES = 4;

export function createAnswerer({ notices, segmenter, today }: AnswererOptions): Answerer {
  return answererFrom(finish(prepareInSteps(notices, segmenter)), segmenter, today);
}

/** What answers are made from, as data: it takes long to make, and nothing of it depends on who asks what. */
export interface Prepared {
  readonly notices: readonly Notice[];
  readonly understanding: Understanding;
  readonly postings: PassagePostings;
  /** Which notices are replaced; null where they are no series. */
  readonly replacements: ReadonlyMap<Notice, Replacement> | null;
}

/** Prepares notices for an answerer, in steps: thousands take seconds. */
export function* prepareInSteps(notices: readonly Notice[], segmenter: Segmenter): Steps<Prepared> {
  const understanding = yield* understandInSteps(notices, segmenter);
  return {
    notices,
    understanding,
    postings: yield* postingsInSteps(groupByPassage(understanding.sentences)),
    replacements: isSeries(notices) ? yield* replacementsInSteps(notices) : null,
  };
}

/** The answerer over notices that are prepared. */
export function answererFrom(
  { notices, understanding, postings, replacements }: Prepared,
  segmenter: Segmenter,
  today: AnswererOptions['today'],
): Answerer {
  const lexicon = lexiconOf(understanding, segmenter);
  const knowledge: Knowledge = {
    notices,
    lexicon,
    index: openPassageIndex(groupByPassage(lexicon.sentences), postings),
    ranker: loadRanker(),
    appraiser: loadAppraiser(),
    extractor: loadExtractor(),
  };
  const askMany =
    replacements === null
      ? undefined
      : createAskMany(knowledge, replacements, segmenter, reply, () => today?.() ?? null);
  const sentences = new Map(lexicon.sentences.map((sentence) => [sentence.sentence.id, sentence]));

  const subjectNamed = (name: string, kind: Subject['kind']) =>
    parseQuestion(name, lexicon)
      .subjects.map(({ target }) => target)
      .findLast((target) => target.kind === kind);
  return {
    notices,
    counties: [...lexicon.places]
      .filter(({ division }) => division.kind !== 'province' && division.kind !== 'prefecture')
      .sort((a, b) => Number(b.county.facts.length > 0) - Number(a.county.facts.length > 0))
      .map(({ county }) => county),
    initiatives: lexicon.initiatives.map(({ initiative }) => initiative),
    ask: (asked, context = {}) => askMany?.(asked, context) ?? reply(asked, knowledge),
    complete: (message, previous) =>
      completeFollowUp(
        parseQuestion(message, lexicon),
        parseQuestion(previous, lexicon),
        () => reply(message, knowledge).status === 'answered',
      ),
    findCounty(name) {
      const subject = subjectNamed(name, 'place');
      return subject?.kind === 'place' ? countyReport(subject.county) : undefined;
    },
    countyById(id) {
      const place = lexicon.places.find(({ county }) => county.id === id);
      return place === undefined ? undefined : countyReport(place.county);
    },
    findInitiative(name) {
      const subject = subjectNamed(name, 'initiative');
      return subject?.kind === 'initiative' ? initiativeReport(subject.initiative) : undefined;
    },
    initiativeById(id) {
      const found = lexicon.initiatives.find(({ initiative }) => initiative.id === id);
      return found === undefined ? undefined : initiativeReport(found.initiative);
    },
    sentenceById: (id) => sentences.get(id),
  };
}

/**
 * Whether notices stand for themselves, published one after the other. Texts without dates, such as the articles of
 * an encyclopaedia, are one text: none is newer than another.
 */
function isSeries(notices: readonly Notice[]): boolean {
  const dated = notices.filter(({ publishedOn }) => publishedOn !== null);
  return notices.length > 1 && dated.length * 4 >= notices.length;
}

function reply(asked: string, knowledge: Knowledge, understood = asked): Reply {
  const question = parseQuestion(understood, knowledge.lexicon);
  if (question.isEmpty) return abstain(asked, question, 'empty', [], knowledge);
  if (question.isChat) return abstain(asked, question, 'chat', [], knowledge);

  const ranked = rankSentences(question, knowledge.index, knowledge.ranker);
  const candidates = findCandidates(question, ranked, knowledge);
  for (const strategy of STRATEGIES) {
    const result = strategy(question, knowledge, candidates);
    if (result !== undefined) return toReply(asked, question, result, candidates, knowledge);
  }
  return toReply(
    asked,
    question,
    findGenerally(question, candidates, ranked, knowledge),
    candidates,
    knowledge,
  );
}

function toReply(
  asked: string,
  question: Question,
  result: Finding | Refusal,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): Reply {
  if ('quotes' in result) return answer(question, result, candidates);
  const reason =
    result.missing.length === 0
      ? 'no-match'
      : result.known.length > 0
        ? 'unknown-attribute'
        : 'unknown-subject';
  return abstain(asked, question, reason, candidates, knowledge, result);
}

function answer(question: Question, finding: Finding, candidates: readonly Candidate[]): Reply {
  return {
    status: 'answered',
    understoodAs: question.folded,
    wasResolved: question.wasResolved,
    shortAnswer: finding.shortAnswer,
    quotes: finding.quotes,
    confidence: finding.confidence,
    alternatives: alternatives(
      candidates,
      finding.quotes.map(({ sentence }) => sentence.id),
    ),
    earlier: null,
    replacement: null,
    asOf: asOf(question, finding),
  };
}

function abstain(
  asked: string,
  question: Question,
  reason: Abstention['reason'],
  candidates: readonly Candidate[],
  { lexicon }: Knowledge,
  refusal: Refusal = { missing: [], known: [], nearest: null },
): Abstention {
  return {
    status: 'abstained',
    understoodAs: question.folded,
    wasResolved: question.wasResolved,
    reason,
    known: refusal.known.map((word) => asAsked(asked, word)),
    missing: refusal.missing.map((word) => asAsked(asked, word)),
    nearest: refusal.nearest,
    suggestions: suggest(question, lexicon),
    confidence: Math.min(0.4, candidates[0]?.score ?? 0),
    alternatives: alternatives(candidates, [refusal.nearest?.sentence.id]),
  };
}

/** A folded word as the asker wrote it, in whatever script or in pinyin, or as it is where he did not. */
function asAsked(asked: string, word: string): string {
  const folded = fold(asked);
  const find = (written: string) => {
    const at = folded.indexOf(written);
    return at < 0 ? undefined : asked.slice(at, at + written.length);
  };
  return find(word) ?? find(pinyinKey(word)) ?? word;
}

function alternatives(
  candidates: readonly Candidate[],
  shown: readonly (string | undefined)[],
): Alternative[] {
  return candidates
    .filter(({ sentence, inSentence }) => inSentence > 0 && !shown.includes(sentence.sentence.id))
    .slice(0, MOST_ALTERNATIVES)
    .map(({ sentence: { notice, passage, sentence }, score }) => ({
      notice,
      passage,
      sentence,
      confidence: Math.max(0, Math.min(1, score)),
    }));
}

function countyReport(county: County): CountyReport {
  return {
    county,
    quotes: county.mentions.map((mention) =>
      quote(
        mention,
        county.facts.filter(({ sentence }) => sentence.id === mention.sentence.id).map(({ value }) => value),
      ),
    ),
  };
}

function initiativeReport(initiative: Initiative): InitiativeReport {
  return {
    initiative,
    definition: quote(
      initiative.definition,
      initiative.parts.flatMap(({ items }) => items),
    ),
    parts: initiative.parts,
  };
}
