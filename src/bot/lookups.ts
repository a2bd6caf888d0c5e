import type { Answerer, County, Initiative } from '../answer/index.ts';
import { fold } from '../text/script.ts';
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

/**
 * The id of what `words` name and say nothing else of, as may be said in a group to nobody in particular: `海寧` or
 * `海宁市` or `haining`, but not `我住海寧`.
 */
export function findByMereName(answerer: Answerer, kind: Kind, words: string): string | undefined {
  const said = lettersOf(words);
  const id = findByName(answerer, kind, words);
  const found = choicesOf(answerer, kind).find((choice) => choice.id === id);
  if (found === undefined) return undefined;
  const name = lettersOf(found.name);
  const names = [name, `${name}县`, `${name}市`, `${name}区`];
  names.push(lettersOf('fullName' in found ? found.fullName : found.title));
  return /^[a-z]+$/.test(said) || names.includes(said) ? id : undefined;
}

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
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
