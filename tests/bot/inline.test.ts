import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import {
  abstentionOf,
  answerOf,
  fakeAnswerer,
  firstNoticeAnswerer,
  noticeOf,
  quoteOf,
} from '../support/answerers.ts';
import { World } from '../support/world.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

const anne = (language = 'zh-hant') => new World(answerer).person('Anne', language);

describe('an inline query', () => {
  it('is answered with a card that shows the short answer, the sentence and the date', async () => {
    const { results } = await anne().queries('海寧 產業');
    expect(results[0]).toMatchObject({ type: 'article', title: '經編' });
    expect(results[0]?.description).toMatch(/^2021-03-16 · 按“一縣一業一策”原則/);
  });

  it('sends the whole quoted reply', async () => {
    const person = anne();
    const { results } = await person.queries('海寧是什麼產業?');
    await person.alone.says('海寧是什麼產業?');
    const { text, entities = [] } = person.alone.reply;
    expect(results[0]?.input_message_content).toMatchObject({ message_text: text });
    const blocks = results[0]?.input_message_content.entities?.filter(({ type }) =>
      type.endsWith('blockquote'),
    );
    expect(blocks).toEqual(entities.filter(({ type }) => type.endsWith('blockquote')));
  });

  it('goes on with the next best sentences, ten cards at most, each with the id of its sentence', async () => {
    const { results } = await anne().queries('海寧是什麼產業?');
    expect(results.length).toBeGreaterThan(1);
    expect(results.length).toBeLessThanOrEqual(10);
    for (const { id } of results) expect(answerer.sentenceById(id)).toBeDefined();
  });

  it('has the same ids whenever it is asked, in either script', async () => {
    const ids = async (query: string) => (await anne().queries(query)).results.map(({ id }) => id);
    expect(await ids('海寧是什麼產業?')).toEqual(await ids('海宁是什么产业?'));
  });

  it('is answered with a card that says so where there is nothing', async () => {
    const { results, next_offset } = await anne().queries('海寧的GDP是多少?');
    expect(results).toMatchObject([{ id: 'none', title: '公告提到了「海寧」，但沒有提到「GDP」。' }]);
    expect(results[0]?.input_message_content.message_text).toContain('最接近的一句（不是答案）');
    expect(next_offset).toBe('');
  });

  it.each(['', '   ', '😀'])(
    'without words (%j) offers counties and initiatives, ten at a time',
    async (query) => {
      const person = anne();
      const titles: string[] = [];
      let offset = '';
      do {
        const page = await person.queries(query, offset);
        expect(page.results.length).toBeLessThanOrEqual(10);
        titles.push(...page.results.map(({ title }) => title));
        offset = page.next_offset;
      } while (offset !== '');
      expect(titles).toHaveLength(new Set(titles).size);
      expect(titles).toHaveLength(answerer.counties.length + answerer.initiatives.length);
      expect(titles).toContain('海寧 · 經編');
    },
  );

  it.each(['9999', '-1', 'x', '1e3', '9'.repeat(64)])(
    'with the forged offset %s is answered',
    async (offset) => {
      expect((await anne().queries('', offset)).next_offset).toMatch(/^\d*$/);
    },
  );

  it('speaks the language of the device, and the script that was chosen with /script', async () => {
    expect((await anne('en').queries('GDP')).results[0]?.description).toContain('in Chinese or pinyin');
    const person = anne();
    await person.alone.says('/script 簡體');
    const { results, is_personal } = await person.queries('海寧是什麼產業?');
    expect(results[0]?.title).toBe('经编');
    expect(is_personal).toBe(true);
  });

  it('may be shown again for some minutes', async () => {
    expect((await anne().queries('海寧')).cache_time).toBe(300);
  });

  it('is not kept, nor is it in the log', async () => {
    const person = anne();
    await person.queries('海寧是什麼產業?');
    expect([...person.world.storages.entries]).toEqual([]);
    expect(JSON.stringify(person.world.log)).not.toMatch(/\p{Script=Han}/u);
    expect(person.world.log).toMatchObject([{ level: 'info', fields: { outcome: 'inline: answered' } }]);
  });

  it('that comes too late to be answered is no fault', async () => {
    const person = anne();
    await person.world.receive({
      inline_query: { id: 'gone', from: person.user, query: '海寧', offset: '' },
    });
    expect(person.world.log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('that fails is logged, and apologised for to nobody', async () => {
    const notice = noticeOf('n', '嘉興樹立質量標桿', '2021-03-16', '海寧經編。');
    const broken = () => {
      throw new Error('broken');
    };
    const world = new World(fakeAnswerer({ notices: [notice], replies: { 壞: broken } }));
    await world.receive({ inline_query: { id: '1', from: world.person('A').user, query: '壞', offset: '' } });
    expect(world.log.map(({ level }) => level)).toEqual(['error', 'info']);
    expect(world.telegram.calls).toEqual([]);
  });

  it('keeps within what Telegram takes, however long the notice and the words', async () => {
    const notice = noticeOf('n', '標題'.repeat(300), '2021-03-16', `${'海寧經編，'.repeat(2000)}。`);
    const long = answerOf(quoteOf(notice, '海寧'), { shortAnswer: '經編'.repeat(2000) });
    const nothing = abstentionOf({ missing: ['很長'.repeat(2000)], reason: 'unknown-subject' });
    const world = new World(fakeAnswerer({ notices: [notice], replies: { 長: long, 無: nothing } }));
    for (const query of ['長', '無', '\ud800']) await world.person('A').queries(query);
    expect(world.telegram.refusals).toEqual([]);
  });
});
