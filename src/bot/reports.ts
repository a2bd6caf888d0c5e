import type { Answerer, County, Initiative } from '../answer/index.ts';
import { countyView, initiativeView, type Kind } from './views/report.ts';
import type { View } from './views/view.ts';
import type { Voice } from './voice.ts';

/** What can be looked up. */
export function choicesOf(answerer: Answerer, kind: Kind): readonly (County | Initiative)[] {
  return kind === 'county' ? answerer.counties : answerer.initiatives;
}

/** The id of what `name` means. */
export function findByName(answerer: Answerer, kind: Kind, name: string): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
  return kind === 'county'
    ? answerer.findCounty(name)?.county.id
    : answerer.findInitiative(name)?.initiative.id;
}

/** Whether there is a county or initiative of that id; ids in buttons may be forged or outdated. */
export function isKnown(answerer: Answerer, kind: Kind, id: string): boolean {
  return choicesOf(answerer, kind).some((choice) => choice.id === id);
}

/** The report on a county or initiative. Empty where there is none of that id. */
export function reportById(answerer: Answerer, kind: Kind, id: string, voice: Voice): View[] {
  if (kind === 'county') {
    const report = answerer.countyById(id);
    return report === undefined ? [] : countyView(report, voice);
  }
  const report = answerer.initiativeById(id);
  return report === undefined ? [] : initiativeView(report, voice);
}

/** Questions that the notices answer, to show what can be asked: those suggested to a message without words. */
export function examplesOf(answerer: Answerer): readonly string[] {
  const reply = answerer.ask('');
  return reply.status === 'abstained' ? reply.suggestions : [];
}
