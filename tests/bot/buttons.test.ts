import { describe, expect, it } from 'vitest';

import { answerOf, abstentionOf, fakeAnswerer, locate, noticeOf, quoteOf } from '../support/answerers.ts';
import type { Kept } from '../support/fake-telegram.ts';
import { buttonsOf, formatted, World } from '../support/world.ts';

const NOTICE = noticeOf(
  'n',
  '嘉興樹立質量標桿',
  '2021-03-16',
  '近年來，嘉興市打好組合拳。樹立標桿。',
  '嘉興有五縣兩區。海寧經編、桐鄉羊毛衫，是特色產業。質量在提升。',
);
const QUOTE = quoteOf(NOTICE, '經編', '羊毛衫');
const BETTER = [locate(NOTICE, '組合拳'), locate(NOTICE, '質量在提升')];
const ANSWER = answerOf(QUOTE, {
  shortAnswer: '經編、羊毛衫',
  wasResolved: true,
  understoodAs: '海宁产业',
  alternatives: BETTER.map((located) => ({ ...located, confidence: 0.5 })),
});

function setting() {
  const answerer = fakeAnswerer({
    notices: [NOTICE],
    replies: {
      '海寧?': ANSWER,
      比較: answerOf(QUOTE, { quotes: [QUOTE, quoteOf(NOTICE, '組合拳')] }),
      GDP: abstentionOf({
        missing: ['GDP'],
        nearest: { ...QUOTE, highlights: [] },
        suggestions: ['海寧?'],
      }),
    },
  });
  const world = new World(answerer);
  const anne = world.person('Anne', 'zh-hant').alone;
  return { world, anne };
}

/** A message without its id, to compare what it shows. */
const shown = ({ text, entities, ...rest }: Kept) => ({ text, entities, buttons: buttonsOf(rest) });

describe('the paragraph', () => {
  it('takes the quotation’s place under the same head, with the sentence marked', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    await anne.taps('看整段');
    expect(anne.reply.text).toBe(
      [
        '經編、羊毛衫',
        '理解為：海寧產業',
        '嘉興有五縣兩區。海寧經編、桐鄉羊毛衫，是特色產業。質量在提升。',
        '2021-03-16 · 嘉興樹立質量標桿 · 第 2 段',
      ].join('\n'),
    );
    expect(formatted(anne.reply, 'underline')).toEqual(['海寧經編、桐鄉羊毛衫，是特色產業。']);
    expect(formatted(anne.reply, 'bold')).toEqual(['經編、羊毛衫', '經編', '羊毛衫']);
    expect(anne.buttons).toEqual(['只看這一句', '換一句']);
  });

  it('gives the place back, and everything is as it was', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    const before = shown(anne.reply);
    await anne.taps('看整段');
    await anne.taps('只看這一句');
    expect(shown(anne.reply)).toEqual(before);
  });

  it('of two quotations shows both, and gives both back', async () => {
    const { anne } = setting();
    await anne.says('比較');
    const before = shown(anne.reply);
    await anne.taps('看整段');
    expect(formatted(anne.reply, 'underline')).toHaveLength(2);
    await anne.taps('只看這一句');
    expect(shown(anne.reply)).toEqual(before);
  });

  it('of the nearest sentence stays marked as no answer', async () => {
    const { anne } = setting();
    await anne.says('GDP');
    await anne.taps('看整段');
    anne.hears('沒有提到「GDP」', '不是答案', '嘉興有五縣兩區');
    expect(anne.buttons).toEqual(['海寧?', '只看這一句']);
  });

  it('works after a restart', async () => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    world.restart();
    await anne.taps('看整段');
    anne.hears('嘉興有五縣兩區');
  });

  it('stays in the asker’s language, whoever taps', async () => {
    const { world } = setting();
    const room = world.group();
    await world.person('Anne', 'zh-hant').in(room).says('/ask 海寧?');
    const bob = world.person('Bob', 'en').in(room);
    await bob.taps('看整段');
    expect(bob.buttons).toContain('只看這一句');
    bob.hears('第 2 段');
  });

  it('that is tapped for twice at once is shown once, and nobody is bothered', async () => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    const before = anne.reply;
    await anne.taps('看整段', before);
    await anne.taps('看整段', before);
    expect(anne.tapAnswer).toEqual({ text: '', isAlert: false });
    expect(world.log.every(({ level }) => level === 'info')).toBe(true);
  });

  it('of a message that somebody deleted meanwhile is no fault', async () => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    const before = anne.reply;
    anne.chat.messages.delete(before.message_id);
    await anne.taps('看整段', before);
    expect(anne.tapAnswer).toEqual({ text: '', isAlert: false });
    expect(world.log.every(({ level }) => level === 'info')).toBe(true);
  });

  it('is not mistaken about what Telegram marks by itself in the head', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    const marked = anne.reply.entities?.map(({ type }) => type);
    await anne.taps('看整段');
    await anne.taps('只看這一句');
    expect(anne.reply.entities?.map(({ type }) => type)).toEqual(marked);
  });
});

describe('the next best sentence', () => {
  it('comes in one more message, and the answer stays without the button', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    const answer = anne.reply;
    await anne.taps('換一句');
    const [changed, added] = anne.heard;
    expect(changed?.text).toBe(answer.text);
    expect(changed && buttonsOf(changed).map(({ text }) => text)).toEqual(['看整段']);
    expect(added?.text).toContain('另一句可能有關的話（1／2）：\n近年來，嘉興市打好組合拳。');
  });

  it('turns to the others in the same message, and back', async () => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    await anne.taps('換一句');
    world.restart();
    await anne.taps('下一句 ›');
    anne.hears('（2／2）', '質量在提升。');
    expect(anne.buttons).toEqual(['看整段', '‹ 上一句']);
    await anne.taps('‹ 上一句');
    anne.hears('（1／2）', '組合拳');
  });

  it('shows its paragraph too, and still turns', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    await anne.taps('換一句');
    await anne.taps('看整段', anne.heard[1]);
    anne.hears('另一句可能有關的話（1／2）', '近年來，嘉興市打好組合拳。樹立標桿。');
    expect(anne.buttons).toEqual(['只看這一句', '下一句 ›']);
  });

  it('in a group replies to the answer', async () => {
    const { world } = setting();
    const anne = world.person('Anne', 'zh-hant').in(world.group());
    await anne.says('/ask 海寧?');
    const answer = anne.reply;
    await anne.taps('換一句');
    expect(anne.heard[1]?.reply_to_message?.message_id).toBe(answer.message_id);
  });
});

describe('a suggestion', () => {
  it('is asked by a tap, and the answer says what was asked', async () => {
    const { anne } = setting();
    await anne.says('GDP');
    await anne.taps('海寧?');
    anne.hears('經編、羊毛衫\n問：海寧?\n理解為：海寧產業');
  });
});

describe('a button that is outdated or forged', () => {
  const FORGED = [
    ['nothing', ''],
    ['somebody else’s', 'buy:1'],
    ['a sentence that there is not', 'ctAAAAAAAA'],
    ['one sentence that there is and one that there is not', `ct${QUOTE.sentence.id}|AAAAAAAA`],
    ['an alternative that there is not', 'ntAAAAAAAA'],
    ['a page that there is not', 'pt0AAAAAAAA'],
    ['an initiative that there is not', 'itrt:none'],
    ['half of a pair', 'ct\ud83d'],
  ] as const;

  it.each(FORGED)('gets a polite alert: %s', async (_, data) => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    const answer = anne.reply;
    await anne.tapsData(data, answer);
    expect(anne.tapAnswer).toEqual({ text: '這個按鈕已經失效，請重新提問。', isAlert: true });
    anne.hearsNothing();
    expect(world.telegram.refusals).toEqual([]);
  });

  it.each<[string, object | undefined]>([
    [
      'is under a message that Telegram no longer shows',
      { message_id: 5, date: 0, chat: { id: 1, type: 'private' } },
    ],
    ['is under a message that was sent inline', undefined],
    ['is under a photo', { message_id: 5, date: 1, chat: { id: 1, type: 'private' }, photo: [] }],
  ])('gets a polite alert when it %s', async (_, message) => {
    const { anne } = setting();
    await anne.tapsData(`ct${QUOTE.sentence.id}`, message);
    expect(anne.tapAnswer).toMatchObject({ isAlert: true });
  });

  it('with marks beyond the sentence still shows the sentence', async () => {
    const { anne, world } = setting();
    await anne.says('海寧?');
    await anne.tapsData(`ct${QUOTE.sentence.id}~zzz.zzz~0.zzz`, anne.reply);
    anne.hears('嘉興有五縣兩區');
    expect(world.telegram.refusals).toEqual([]);
  });

  it('asks in vain for a county in somebody else’s name', async () => {
    const { anne } = setting();
    await anne.says('海寧?');
    await anne.tapsData('ktzz:330481', anne.reply);
    expect(anne.tapAnswer?.text).toContain('別人');
  });
});
