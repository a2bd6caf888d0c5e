/** Encodings that Node can read and not write, and that notices are published in. */
export type LegacyEncoding = 'gb18030' | 'big5';

const tables = new Map<LegacyEncoding, Map<string, readonly number[]>>();

/** `text` in a legacy encoding, of which the characters of one and two bytes are known. */
export function encode(text: string, encoding: LegacyEncoding): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** Made by reading every pair of bytes. */
function tableOf(encoding: LegacyEncoding): Map<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte]);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) {
      try {
        const character = decoder.decode(Uint8Array.of(first, second));
        if (Array.from(character).length === 1 && !table.has(character))
          table.set(character, [first, second]);
      } catch {
        // No character has these bytes.
      }
    }
  }
  tables.set(encoding, table);
  return table;
}

/** `text` in UTF-16, without a byte order mark. */
export function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'little' ? bytes : bytes.swap16());
}
