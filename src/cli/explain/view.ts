import type { ExplainedScore, Explanation } from '../../train/explain.ts';

/** An explanation as text, with at most `features` lines for each score. */
export function explanationView(explanation: Explanation, features: number): string {
  const { query, terms, best, sentence, passage, answer, confidence } = explanation;
  const gap = query.gap === null ? 'nothing that asks' : query.text.slice(query.gap.start, query.gap.end);
  const number = best.passage === null ? '' : `, paragraph ${best.passage.number}`;
  return [
    `question    ${query.text}`,
    `type        ${query.type} (${gap === '' ? 'breaks off' : gap})`,
    ...(query.wanted.length === 0 ? [] : [`wanted      ${query.wanted.join(', ')}`]),
    ...(query.asked === null ? [] : [`asked noun  ${query.asked}`]),
    `terms       ${query.byWeight.map((t) => termView(query.terms[t])).join('  ')}`,
    `searched    ${[...new Set(terms.map((term) => term.replace('#', '')))].join(' ')}`,
    `sentence    ${best.sentence.text}`,
    `from        ${best.notice.title}${number}`,
    `confidence  ${confidence.toFixed(3)}`,
    scoreView('Score of the sentence', sentence, features),
    scoreView('Score of its passage', passage, features),
    scoreView('Score of there being an answer', answer, features),
    '',
  ].join('\n');
}

function termView(term: Explanation['query']['terms'][number] | undefined): string {
  return term === undefined ? '' : `${term.text} ${term.weight.toFixed(1)}`;
}

function scoreView(title: string, { score, bias, contributions }: ExplainedScore, features: number): string {
  const shown = contributions.slice(0, features);
  const rest = contributions.slice(features).reduce((sum, { added }) => sum + added, 0);
  const width = Math.max(20, ...shown.map(({ feature }) => feature.length));
  const line = (name: string, value: string, added: string) =>
    `  ${name.padEnd(width)}  ${value.padStart(9)}  ${added.padStart(8)}`;
  return [
    `\n${title}: ${score.toFixed(3)}`,
    line('feature', 'value', 'added'),
    line('before any feature', '', signed(bias)),
    ...shown.map(({ feature, value, added }) =>
      line(feature, String(Number(value.toPrecision(3))), signed(added)),
    ),
    ...(contributions.length > features
      ? [line(`${contributions.length - features} more`, '', signed(rest))]
      : []),
  ].join('\n');
}

function signed(value: number): string {
  const text = value.toFixed(3);
  return text.startsWith('-') ? text : `+${text}`;
}
