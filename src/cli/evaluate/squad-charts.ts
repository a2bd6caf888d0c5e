import { calibrationBins, type Judged } from '../../train/figures.ts';

/** One set's judged confidences, for the charts. */
export interface ChartSeries {
  readonly name: string;
  readonly judged: readonly Judged[];
}

const WIDTH = 480;
const HEIGHT = 400;
const LEFT = 60;
const TOP = 44;
const SIZE = 300;
const COLOURS = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd'];

/**
 * How often a confidence is right, against the confidence: on the diagonal it means what it says. The larger a
 * point, the more questions are behind it.
 *
 * @param title what "right" means stands in it
 */
export function reliabilityDiagram(title: string, series: readonly ChartSeries[]): string {
  const drawn = series.map(({ judged }, i) => {
    const bins = calibrationBins(judged).filter(({ count }) => count > 0);
    const points = bins.map(({ meanConfidence, shareRight }) => point(meanConfidence, shareRight));
    const circles = bins.map(({ meanConfidence, shareRight, count }) => {
      const radius = 2 + 8 * Math.sqrt(count / judged.length);
      return `<circle cx="${x(meanConfidence)}" cy="${y(shareRight)}" r="${radius.toFixed(1)}" fill="${colour(i)}" fill-opacity="0.6"/>`;
    });
    return polyline(points, i) + circles.join('');
  });
  const diagonal = `<path d="M${point(0, 0)} L${point(1, 1)}" stroke="#999" stroke-dasharray="4 4" fill="none"/>`;
  return frame(title, 'confidence', 'share that is right', diagonal + drawn.join(''), series);
}

/** Points that a curve is drawn with. */
const STEPS = 200;

/**
 * The share of wrong answers among the surest replies, against the share of the questions that is answered: what
 * answering more would cost.
 */
export function riskCoverageCurve(title: string, series: readonly ChartSeries[]): string {
  const drawn = series.map(({ judged }, i) => {
    const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
    const wrong: number[] = [];
    for (const { isRight } of sorted) wrong.push((wrong.at(-1) ?? 0) + Number(!isRight));
    const points = Array.from({ length: STEPS }, (_, step) => {
      const count = Math.max(1, Math.round(((step + 1) / STEPS) * sorted.length));
      const risk = (wrong[count - 1] ?? 0) / count;
      return point(count / sorted.length, risk);
    });
    return polyline(points, i);
  });
  return frame(
    title,
    'share of the questions answered',
    'share of the answers wrong',
    drawn.join(''),
    series,
  );
}

const x = (share: number): string => (LEFT + share * SIZE).toFixed(1);
const y = (share: number): string => (TOP + (1 - share) * SIZE).toFixed(1);
const point = (across: number, up: number): string => `${x(across)},${y(up)}`;
const colour = (i: number): string => COLOURS[i % COLOURS.length] ?? '#000';

function polyline(points: readonly string[], i: number): string {
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour(i)}" stroke-width="2"/>`;
}

/** Axes from 0 to 1, the title, and the series' names. */
function frame(
  title: string,
  across: string,
  up: string,
  content: string,
  series: readonly ChartSeries[],
): string {
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<path d="M${point(share, 0)} L${point(share, 1)} M${point(0, share)} L${point(1, share)}" stroke="#e5e5e5"/>` +
      `<text x="${x(share)}" y="${TOP + SIZE + 18}" text-anchor="middle">${share}</text>` +
      `<text x="${LEFT - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share}</text>`,
  );
  const middle = TOP + SIZE / 2;
  const names = series.map(
    ({ name }, i) =>
      `<rect x="${LEFT + SIZE + 14}" y="${TOP + i * 20}" width="10" height="10" fill="${colour(i)}"/>` +
      `<text x="${LEFT + SIZE + 28}" y="${TOP + i * 20 + 9}">${escaped(name.replace(/\.json$/u, ''))}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="24" font-size="14">${escaped(title)}</text>`,
    ...ticks,
    content,
    `<text x="${LEFT + SIZE / 2}" y="${TOP + SIZE + 42}" text-anchor="middle">${across}</text>`,
    `<text x="16" y="${middle}" text-anchor="middle" transform="rotate(-90 16 ${middle})">${up}</text>`,
    ...names,
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
