import fc from 'fast-check';

/** One thing that happens to a file: at a place in it, as a part of its length, some bytes are replaced by others. */
interface Mutation {
  readonly at: number;
  readonly removed: number;
  readonly inserted: Uint8Array;
}

/** What the formats have their meaning from, put where it does not belong. */
const SHARDS = [
  ...[
    '<table>',
    '</table>',
    '<td rowspan="99999">',
    '<div>',
    '<!--',
    '<script>',
    '&#x0;',
    '&bogus;',
    '<p',
    '"',
    '<![CDATA[',
  ],
  ...[
    '<w:p>',
    '</w:p>',
    '<w:numId w:val="1"/>',
    '<w:ilvl w:val="-1"/>',
    '<w:tbl>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
  ],
  ...[
    'endobj',
    'stream',
    '<< /Length 99999999 >>',
    '1 0 R',
    '/Kids [2 0 R]',
    'Tj',
    're f',
    '1e99 0 l S',
    '/Encoding /x',
  ],
  ...[
    '---\n',
    'title: [',
    '*a',
    '\n',
    '\0',
    '\ufeff',
    '\u2028',
    ' | ',
    '关于',
    '第一条',
    '2022年13月45日',
    '（',
    '〔2022〕',
  ],
].map((shard) => new TextEncoder().encode(shard));

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.nat(4), fc.nat(2000)),
  inserted: fc.oneof(
    fc.constantFrom(...SHARDS),
    fc.uint8Array({ maxLength: 8 }),
    fc
      .tuple(fc.constantFrom(...SHARDS), fc.integer({ min: 1, max: 200 }))
      .map(([shard, times]) => repeated(shard, times)),
  ),
});

/** A file to which up to six things have happened. */
export function mutated(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  return fc
    .array(mutation, { minLength: 1, maxLength: 6 })
    .map((mutations) => mutations.reduce(applied, file));
}

function applied(file: Uint8Array, { at, removed, inserted }: Mutation): Uint8Array {
  const start = Math.floor(at * file.length);
  return Uint8Array.from([...file.subarray(0, start), ...inserted, ...file.subarray(start + removed)]);
}

function repeated(shard: Uint8Array, times: number): Uint8Array {
  return Uint8Array.from(Array.from({ length: times }, () => [...shard]).flat());
}
