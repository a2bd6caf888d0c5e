import { describe, expect, it } from 'vitest';

import { finish, finishInTurns, type Steps } from '../../src/text/steps.ts';

/** Work that counts its steps. */
function* counting(steps: number, onStep: (step: number) => void = () => undefined): Steps<string> {
  for (let step = 1; step <= steps; step++) {
    onStep(step);
    yield;
  }
  return `${steps} steps`;
}

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('work in steps', () => {
  it('is done at once, or turn by turn, with the same result', async () => {
    expect(finish(counting(3))).toBe('3 steps');
    await expect(finishInTurns(counting(3))).resolves.toBe('3 steps');
  });

  it('lets others have a turn while it goes on', async () => {
    const seen: string[] = [];
    setImmediate(() => seen.push('other'));
    await finishInTurns(
      counting(4, (step) => {
        seen.push(`step ${step}`);
        busy(10);
      }),
    );
    expect(seen.indexOf('other')).toBeGreaterThan(0);
    expect(seen.indexOf('other')).toBeLessThan(4);
  });

  it('ends when it is called off', async () => {
    const off = new AbortController();
    const work = finishInTurns(
      counting(1_000_000, () => {
        busy(10);
      }),
      off.signal,
    );
    off.abort(new Error('called off'));
    await expect(work).rejects.toThrow('called off');
  });

  it('fails as it fails', async () => {
    const failing = () =>
      counting(2, (step) => {
        if (step === 2) throw new Error('step 2 failed');
      });
    expect(() => finish(failing())).toThrow('step 2 failed');
    await expect(finishInTurns(failing())).rejects.toThrow('step 2 failed');
  });
});
