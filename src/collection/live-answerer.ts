import type { Answerer } from '../answer/index.ts';

/** An answerer whose notices can be exchanged while it is in use. */
export interface LiveAnswerer {
  /** Asks whichever answerer is there when it is asked. */
  readonly answerer: Answerer;
  /** Puts another answerer in its place, in one step: no question is asked of half of each. */
  exchange(next: Answerer): void;
}

/** @param first what it asks until something else is put in its place */
export function createLiveAnswerer(first: Answerer): LiveAnswerer {
  let current = first;
  return {
    exchange(next) {
      current = next;
    },
    answerer: {
      get notices() {
        return current.notices;
      },
      get counties() {
        return current.counties;
      },
      get initiatives() {
        return current.initiatives;
      },
      ask: (question, context) => current.ask(question, context),
      complete: (message, previous) => current.complete(message, previous),
      findCounty: (name) => current.findCounty(name),
      countyById: (id) => current.countyById(id),
      findInitiative: (name) => current.findInitiative(name),
      initiativeById: (id) => current.initiativeById(id),
      sentenceById: (id) => current.sentenceById(id),
    },
  };
}
