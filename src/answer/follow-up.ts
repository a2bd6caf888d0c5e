import { slice, type Range } from '../text/range.ts';
import { fold } from '../text/script.ts';
import type { QuestionType } from './question/interrogatives.ts';
import type { Question } from './question/question.ts';
import { tidy } from './question/wording.ts';

/**
 * The whole question that a message which leans on the question before it stands for: 那平湖呢 after
 * 海宁是什么产业 is 平湖是什么产业?
 *
 * @param message as it was understood by itself
 * @param previous the question before it
 * @param answersAlone whether the notices answer the message by itself; only asked where that decides
 * @returns in folded form; undefined where the message says all by itself, or nothing of `previous` fits
 */
export function completeFollowUp(
  message: Question,
  previous: Question,
  answersAlone: () => boolean,
): string | undefined {
  if (message.isEmpty || message.isChat) return undefined;
  if (previous.isEmpty || previous.isChat) return undefined;
  const completed =
    message.subjects.length + message.strangers.length > 0
      ? withOtherSubject(message, previous)
      : (withPronounRead(message, previous) ??
        (message.namesNotice
          ? undefined
          : (withOtherNoun(message, previous) ?? withOtherInterrogative(message, previous, answersAlone))));
  if (completed === undefined) return undefined;
  const question = `${completed.replace(/[?。!,，\s]+$/u, '')}?`;
  return bare(question) === bare(message.folded) ? undefined : question;
}

/** Whether a message asks for more of what was answered last, in either script: 還有呢, 还有别的吗, 繼續. */
export function asksForMore(message: string): boolean {
  return message.length <= LONGEST_MORE && MORE.test(bare(tidy(fold(message))));
}

const LONGEST_MORE = 40;

const MORE =
  /^(?:那么?)?(?:(?:还有|还有没有|有没有)(?:吗|么|呢|没|没有|啥|什么|哪些|别的|其他的?|更多的?|另外的?|呀|啊)*|然后呢|继续|接着说|接着呢|更多|下一句|换一句|再来一句|另一句)$/u;

/** 那平湖呢, 平湖呢, 那平湖怎么样: a name, and that it is to be asked about likewise. */
const LIKEWISE_BEFORE = /^(?:那么?|还有|换成|换作|改成|至于|如果是)/u;
const LIKEWISE_BEHIND = /(?:呢|怎么样|如何|咋样)$/u;

function withOtherSubject(message: Question, previous: Question): string | undefined {
  if (message.terms.length > 0 || !asksLikewise(message)) return undefined;
  const named = [...message.subjects, ...message.strangers];
  const kind = kindOf(message);
  const name = slice(message.folded, hull(named));
  const replaced = kind === 'place' ? placesOf(previous) : initiativesOf(previous);
  if (replaced.length > 0) {
    const question = replace(previous.folded, hull(replaced), name);
    return named.length > 1 ? question : question.replace(/分别|各自/u, '');
  }
  const isOpen = subjectsOf(previous).length === 0 && previous.type !== 'where' && !previous.namesNotice;
  return isOpen ? name + previous.folded : undefined;
}

function kindOf({ subjects, strangers }: Question): 'place' | 'initiative' {
  return strangers.length > 0 ? 'place' : (subjects[0]?.target.kind ?? 'place');
}

function placesOf({ subjects, strangers }: Question): Range[] {
  return [...subjects.filter(({ target }) => target.kind === 'place'), ...strangers];
}

function initiativesOf({ subjects }: Question): Range[] {
  return subjects.filter(({ target }) => target.kind === 'initiative');
}

function subjectsOf({ subjects, strangers }: Question): Range[] {
  return [...subjects, ...strangers];
}

function asksLikewise({ folded, interrogatives }: Question): boolean {
  const words = bare(folded);
  const isOnlyHow = interrogatives.every(({ type }) => type === 'how');
  return (
    isOnlyHow && (LIKEWISE_BEHIND.test(words) || (interrogatives.length === 0 && LIKEWISE_BEFORE.test(words)))
  );
}

/** Words that stand for what was asked about before. */
const PRONOUN =
  /它们?|那[里儿边]|当地|该[县市区地]|其(?![他它实中余次])|这个?(?:地方|县|市|区|行动|模式|方案|举措|政策)/u;

function withPronounRead(message: Question, previous: Question): string | undefined {
  const found = PRONOUN.exec(message.folded);
  const named = subjectsOf(previous);
  if (found === null || named.length === 0) return undefined;
  const range = { start: found.index, end: found.index + found[0].length };
  const rest = bare(replace(message.folded, range, '')).replace(/^那么?|[的呢]/gu, '');
  if (rest === '') return previous.folded;
  return replace(message.folded, range, slice(previous.folded, hull(named))).replace(
    /^那么?(?![里儿边])/u,
    '',
  );
}

/** 那人口呢 after 海宁的GDP是多少. */
function withOtherNoun(message: Question, previous: Question): string | undefined {
  const nouns = message.terms.filter(({ kind }) => kind === 'noun');
  if (nouns.length === 0 || message.interrogatives.length > 0 || !asksLikewise(message)) return undefined;
  const noun = slice(message.folded, hull(message.terms));
  const named = subjectsOf(previous);
  if (named.length > 0 && previous.asked?.follows === true)
    return `${slice(previous.folded, hull(named))}的${noun}`;
  const replaced = previous.terms.findLast(({ kind }) => kind === 'noun');
  if (replaced !== undefined) return replace(previous.folded, replaced, noun);
  return named.length > 0 ? `${slice(previous.folded, hull(named))}的${noun}` : undefined;
}

/** Interrogatives of these types stand where an adverb or the actor does, and one takes the place of another. */
const EXCHANGEABLE: readonly QuestionType[] = ['when', 'how-long', 'who', 'where', 'why', 'how'];

/** A message that only asks, longer than this, says something too. */
const LONGEST_INTERROGATIVE = 12;

function withOtherInterrogative(
  message: Question,
  previous: Question,
  answersAlone: () => boolean,
): string | undefined {
  const [asking] = message.interrogatives;
  const words = bare(message.folded)
    .replace(/^(?:那么?|所以)(?![里儿边])/u, '')
    .replace(/呢$/u, '');
  if (asking === undefined || words.length > LONGEST_INTERROGATIVE) return undefined;
  if (message.terms.some(({ kind }) => kind !== 'other') || answersAlone()) return undefined;
  const [before] = previous.interrogatives;
  const isMere = words === slice(message.folded, asking);
  if (
    isMere &&
    before !== undefined &&
    [asking.type, before.type].every((type) => EXCHANGEABLE.includes(type))
  ) {
    return replace(previous.folded, withoutBegin(previous.folded, before), words);
  }
  const topic = message.terms.length > 0 ? subjectText(previous) : topicOf(previous);
  if (topic === '') return undefined;
  return /的事(?:情|儿)?$/u.test(words) && !words.startsWith('是') ? `${topic}是${words}` : topic + words;
}

/** 开始 in 什么时候开始 says when of it is asked for, and is kept where another interrogative is put in. */
function withoutBegin(folded: string, { start, end }: Range): Range {
  return { start, end: folded.slice(start, end).endsWith('开始') ? end - 2 : end };
}

function subjectText(question: Question): string {
  const named = subjectsOf(question);
  return named.length > 0 ? slice(question.folded, hull(named)) : topicOf(question);
}

/** What a question is about, without what asks: 海宁的产业 of 海宁是什么产业. */
function topicOf({ folded, interrogatives }: Question): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end } of [...interrogatives].sort((a, b) => a.start - b.start)) {
    pieces.push(folded.slice(position, start));
    position = end;
  }
  pieces.push(folded.slice(position));
  return pieces
    .map((piece) => piece.replace(/^[\p{P}\s的]+|(?:[\p{P}\s是为有的呢了要做]|分别|各自)+$/gu, ''))
    .filter((piece) => piece !== '')
    .join('的');
}

/** `text` without what stands for no sound at its ends. */
function bare(text: string): string {
  return text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}

/** From the first of several ranges to the last. */
function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function replace(text: string, { start, end }: Range, words: string): string {
  return text.slice(0, start) + words + text.slice(end);
}
