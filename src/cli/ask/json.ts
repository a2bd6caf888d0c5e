import type { Alternative, Quote, Reply } from '../../answer/index.ts';
import type { Notice } from '../../notice/notice.ts';
import type { Proof } from './proof.ts';

/** A reply as other people's programs read it; docs/DESIGN.md has the meaning of each field. */
export interface ReplyJson {
  readonly question: string;
  readonly status: 'answered' | 'abstained';
  readonly answer: string | null;
  readonly sentence: string | null;
  readonly sentences: readonly string[];
  readonly notice: NoticeJson | null;
  readonly paragraph: number | null;
  readonly confidence: number;
  readonly missing: readonly string[];
  readonly alternatives: readonly AlternativeJson[];
  /** Only where it was asked for. */
  readonly proof?: readonly Proof[];
}

interface NoticeJson {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
}

interface AlternativeJson {
  readonly sentence: string;
  readonly notice: NoticeJson;
  readonly confidence: number;
}

/**
 * The JSON form of a reply, its fields in the order of the contract.
 *
 * @param question exactly as it was asked
 * @param proof null where it was not asked for
 */
export function replyJson(question: string, reply: Reply, proof: readonly Proof[] | null): ReplyJson {
  const quotes: readonly Quote[] = reply.status === 'answered' ? reply.quotes : [];
  const best = quotes.at(0);
  return {
    question,
    status: reply.status,
    answer: reply.status === 'answered' ? reply.shortAnswer : null,
    sentence: best?.sentence.text ?? null,
    sentences: quotes.map((quote) => quote.sentence.text),
    notice: best === undefined ? null : noticeJson(best.notice),
    paragraph: best?.passage?.number ?? null,
    confidence: rounded(reply.confidence),
    missing: reply.status === 'abstained' ? reply.missing : [],
    alternatives: alternativesOf(reply).map(alternativeJson),
    ...(proof === null ? {} : { proof }),
  };
}

/** What may answer all the same: of an abstention first the sentence that it shows as the nearest. */
function alternativesOf(reply: Reply): readonly Alternative[] {
  if (reply.status === 'answered' || reply.nearest === null) return reply.alternatives;
  const { nearest, confidence, alternatives } = reply;
  const others = alternatives.filter(({ sentence }) => sentence.id !== nearest.sentence.id);
  return [{ ...nearest, confidence }, ...others];
}

/** `value` on one line, however a reader of it tells lines apart. */
export function jsonLine(value: ReplyJson): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (separator) => `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function noticeJson({ id, title, publishedOn }: Notice): NoticeJson {
  return { id, title, date: publishedOn };
}

function alternativeJson({ sentence, notice, confidence }: Alternative): AlternativeJson {
  return { sentence: sentence.text, notice: noticeJson(notice), confidence: rounded(confidence) };
}

/** Four decimals: more would claim more than a confidence knows. */
function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
