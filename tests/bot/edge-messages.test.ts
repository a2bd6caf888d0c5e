import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';
import { World } from '../support/world.ts';

const LONGEST = 4096;
const many = (count: number, entity: object) =>
  Array.from({ length: count }, (_, i) => ({ ...entity, offset: i }));

/** Messages that have broken bots, each with what makes it strange. */
const MESSAGES: readonly (readonly [name: string, message: { text: string; entities?: object[] }])[] = [
  ['4,096 Han characters', { text: '海'.repeat(LONGEST) }],
  ['4,096 characters of a question', { text: '海寧是什麼產業?'.repeat(LONGEST).slice(0, LONGEST) }],
  ['4,096 Latin letters without a space', { text: 'haining'.repeat(LONGEST).slice(0, LONGEST) }],
  ['4,096 spaces', { text: ' '.repeat(LONGEST) }],
  ['4,096 question marks', { text: '?'.repeat(LONGEST) }],
  ['4,096 digits', { text: '5'.repeat(LONGEST) }],
  ['4,096 opening brackets', { text: '《'.repeat(LONGEST) }],
  ['4,096 slashes', { text: '/'.repeat(LONGEST) }],
  ['a command of 4,096 characters', { text: `/${'a'.repeat(LONGEST - 1)}` }],
  ['a county of 4,000 characters', { text: `/county ${'海'.repeat(4000)}` }],
  ['2,048 emoji', { text: '😀'.repeat(LONGEST / 2) }],
  ['a family that is one emoji of eleven units', { text: '👨‍👩‍👧‍👦 海寧是什麼產業?' }],
  ['10,000 entities', { text: '海寧是什麼產業?', entities: many(10_000, { type: 'bold', length: 1 }) }],
  [
    '10,000 mentions by id that reach out of the text',
    { text: '海寧', entities: many(10_000, { type: 'text_mention', length: 9, user: { id: 123456789 } }) },
  ],
  ['entities before the text', { text: '海寧', entities: [{ type: 'mention', offset: -5, length: 3 }] }],
  [
    'an entity that there may be one day',
    { text: '海寧', entities: [{ type: 'hologram', offset: 0, length: 2 }] },
  ],
  ['zero-width characters between all characters', { text: Array.from('海寧是什麼產業?').join('\u200b') }],
  ['only zero-width characters', { text: '\u200b\u200c\u200d\u2060\ufeff' }],
  ['control characters', { text: '\0\u0001海寧\u0007\u001b[31m是什麼產業?\u007f' }],
  ['only control characters', { text: '\0\u0001\u0002' }],
  ['marks that turn the writing', { text: '\u202e?業產麼什是寧海\u202c' }],
  ['isolates without an end', { text: '\u2067海寧\u2068是什麼產業?' }],
  ['Arabic', { text: 'ما هي صناعة هاينينغ؟' }],
  ['combining marks without end', { text: `海${'\u0301'.repeat(2000)}寧` }],
  ['a first half of a pair', { text: '海寧\ud83d是什麼產業?' }],
  ['a second half of a pair', { text: '\ude00海寧的GDP' }],
  ['halves of pairs only', { text: '\ud83d\ud83d\ude00\ude00' }],
  ['halves of pairs as what is missing', { text: '海寧的\ud83dGDP\ude00是多少?' }],
  ['characters outside of the basic plane', { text: '𠮷野家在海寧嗎 𫛭' }],
  ['line breaks only', { text: '\n\r\n\u2028\u2029' }],
  ['a regular expression', { text: '(((a+)+)+)$ .* [海寧' }],
  ['markup', { text: '<b>海寧</b> *是* _什麼_ `產業` [x](http://x)' }],
  ['a path and a query', { text: "../../etc/passwd'; DROP TABLE notices; --" }],
  ['a prototype', { text: '__proto__ constructor toString' }],
  ['Fluent’s own signs', { text: '{ $question } { "x" } 的GDP' }],
  ['a private use character', { text: '\ue000海寧' }],
  ['a noncharacter', { text: '海寧\uffff' }],
];

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

describe.each(MESSAGES)('a message with %s', (_, { text, entities }) => {
  it.each(['in private', 'in a group', 'as a caption', 'as a name in a conversation'])(
    '%s is answered',
    async (way) => {
      const world = new World(answerer);
      const anne = world.person('Anne', 'zh-hant');
      const seat = way === 'in a group' ? anne.in(world.group()) : anne.alone;
      const marked = entities === undefined ? {} : { entities };
      if (way === 'in a group') {
        await seat.says(`@notice_bot ${text}`, { extra: marked });
      } else if (way === 'as a caption') {
        await seat.sends({ photo: [], caption: text, caption_entities: entities ?? [] });
      } else {
        if (way === 'as a name in a conversation') await seat.says('/county');
        await seat.says(text, { extra: marked });
      }
      expect(seat.heard.length).toBeGreaterThan(0);
      expect(world.telegram.refusals).toEqual([]);
      expect(world.log.filter(({ level }) => level !== 'info')).toEqual([]);
    },
  );
});
