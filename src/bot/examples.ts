import type { Answerer } from '../answer/index.ts';

/** Questions that the notices answer, to show what can be asked: those suggested to a message without words. */
export function examplesOf(answerer: Answerer): readonly string[] {
  const reply = answerer.ask('');
  return reply.status === 'abstained' ? reply.suggestions : [];
}
