/** Changes numbers by their gradient, which is then 0 again. @param rate how far a step goes */
export type Step = (rate: number) => void;

const FIRST = 0.9;
const SECOND = 0.999;
const LEAST = 1e-8;

/** Adam (Kingma and Ba 2015) with its usual constants. */
export function createAdam(values: readonly Float64Array[], gradients: readonly Float64Array[]): Step {
  const firsts = values.map(({ length }) => new Float64Array(length));
  const seconds = values.map(({ length }) => new Float64Array(length));
  let steps = 0;
  return (rate) => {
    steps++;
    const scale = (rate * Math.sqrt(1 - SECOND ** steps)) / (1 - FIRST ** steps);
    values.forEach((numbers, n) => {
      const gradient = gradients[n] ?? new Float64Array(0);
      const first = firsts[n] ?? gradient;
      const second = seconds[n] ?? gradient;
      for (let i = 0; i < numbers.length; i++) {
        const slope = gradient[i] ?? 0;
        const mean = FIRST * (first[i] ?? 0) + (1 - FIRST) * slope;
        const square = SECOND * (second[i] ?? 0) + (1 - SECOND) * slope * slope;
        first[i] = mean;
        second[i] = square;
        numbers[i] = (numbers[i] ?? 0) - (scale * mean) / (Math.sqrt(square) + LEAST);
        gradient[i] = 0;
      }
    });
  };
}
