import { FormattedString } from '@grammyjs/parse-mode';

import { convert, type Script } from '../../text/script.ts';

/**
 * `text` in a script, its entities still on the same words; as it is for null.
 *
 * Where converting changes the length, what stands between two ends of entities is converted on its own, so that
 * it is known where each came to stand; a phrase that an entity begins or ends in is then converted in parts.
 */
export function inScript(text: FormattedString, script: Script | null): FormattedString {
  if (script === null) return text;
  const whole = convert(text.text, script);
  if (whole.length === text.text.length) return new FormattedString(whole, text.entities);

  const cuts = new Set([0, text.text.length]);
  for (const { offset, length } of text.entities) cuts.add(offset).add(offset + length);
  const moved = new Map<number, number>();
  let converted = '';
  let position = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    converted += convert(text.text.slice(position, cut), script);
    moved.set(cut, converted.length);
    position = cut;
  }
  const entities = text.entities.map((entity) => {
    const offset = moved.get(entity.offset) ?? 0;
    return { ...entity, offset, length: (moved.get(entity.offset + entity.length) ?? 0) - offset };
  });
  return new FormattedString(converted, entities);
}
