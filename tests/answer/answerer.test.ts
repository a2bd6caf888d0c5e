import { describe, expect, it } from 'vitest';

import { createAnswerer, type Answerer } from '../../src/answer/index.ts';
import type { Reply } from '../../src/answer/index.ts';
import { segmenters } from '../lexicon/segmenters.ts';
import { noticeOf } from '../support/answerers.ts';
import { all, elsewhere, industries, outage, subsidies } from './notices.ts';
import { expectInvariants } from './replies.ts';

function answered(answerer: Answerer, question: string) {
  const reply = answerer.ask(question);
  expectInvariants(reply, question);
  if (reply.status === 'abstained') throw new Error(`"${question}" is abstained from: ${reply.reason}`);
  return reply;
}

function abstained(answerer: Answerer, question: string) {
  const reply = answerer.ask(question);
  expectInvariants(reply, question);
  if (reply.status === 'answered') {
    throw new Error(`"${question}" is answered: ${reply.quotes[0].sentence.text}`);
  }
  return reply;
}

function withoutLocations(reply: Reply): unknown {
  return JSON.parse(
    JSON.stringify(reply, (key, value: unknown) =>
      key === 'notice' || key === 'passage' ? undefined : value,
    ),
  );
}

describe.each(segmenters())('an answerer with $name', (segmenter) => {
  const answerer = createAnswerer({ notices: all, segmenter });

  describe('answers', () => {
    it.each([
      ['of a county, by what is stated', '海寧是什麼產業？', '經編', 'industries'],
      ['of a county of another region', '晋江是什么产业', '鞋服', 'elsewhere'],
      ['backwards', '哪里做羊毛衫', '桐鄉', 'industries'],
      ['an initiative in 「」', '三有工作模式有哪些内容', '立標準、建機構、籌資金', 'industries'],
      [
        'titles in 《》',
        '行动方案有哪些',
        '《嘉興市傳統產業提升行動方案》《嘉興市家具產業提升行動方案》',
        'industries',
      ],
      ['of a row of a table', '长安镇东陈村什么时候停水', '5月12日22:00至5月13日6:00', 'outage'],
      ['of the newest notice itself', '标题是什么', '关于部分区域计划停水的通知', 'outage'],
      ['in pinyin', 'haining de chanye', '經編', 'industries'],
      ['with a slip', '平胡的产业', '箱包', 'industries'],
    ])('%s: %s', (_, question, answer, notice) => {
      const reply = answered(answerer, question);
      expect(reply.shortAnswer).toBe(answer);
      expect(reply.quotes.map((quote) => quote.notice.id)).toEqual([notice]);
    });

    it('with short answers in the notice’s own characters, highlighted', () => {
      const { shortAnswer, quotes } = answered(answerer, '海宁是什么产业');
      const [{ notice, highlights }] = quotes;
      expect(highlights.map(({ start, end }) => notice.text.slice(start, end))).toEqual([shortAnswer]);
    });

    it('two places of one sentence by quoting it once, of two by quoting both', () => {
      expect(answered(answerer, '海宁和平湖分别是什么产业').quotes).toHaveLength(1);
      expect(answered(answerer, '海宁和晋江分别是什么产业').quotes.map(({ notice }) => notice.id)).toEqual([
        'industries',
        'elsewhere',
      ]);
    });

    it('saying how the question was understood, and whether pinyin or a slip was resolved', () => {
      expect(answered(answerer, '海寧是什麼產業？')).toMatchObject({
        understoodAs: '海宁是什么产业?',
        wasResolved: false,
      });
      expect(answered(answerer, 'haining de chanye')).toMatchObject({
        understoodAs: '海宁的产业',
        wasResolved: true,
      });
    });

    it('the same again, and from another answerer of the same notices', () => {
      const other = createAnswerer({ notices: all, segmenter });
      for (const question of ['海宁是什么产业', '海宁的GDP', '停水']) {
        const first = withoutLocations(answerer.ask(question));
        expect(withoutLocations(answerer.ask(question))).toEqual(first);
        expect(withoutLocations(other.ask(question))).toEqual(first);
      }
    });
  });

  describe('abstains', () => {
    it('where only something with another code is spoken of', () => {
      const parking = noticeOf(
        'parking',
        '灯节停车场公告',
        '发布日期：2023-01-10',
        '编号 | 停车场 | 收费',
        'P1 | 体育场地下停车场 | 每次50元',
        'P2 | 信义路临时停车场 | 每次100元',
      );
      const parked = createAnswerer({ notices: [parking], segmenter });
      expect(parked.ask('P2停车场收费多少钱').status).toBe('answered');
      expect(parked.ask('P4停车场收费多少钱').status).toBe('abstained');
    });

    it('where a sentence has the day, and nothing of what is done', () => {
      const storm = noticeOf(
        'storm',
        '台州市气象台发布台风橙色预警信号',
        '2022年9月13日16时30分',
        '今年第12号台风今天16时中心位于温岭东南方向约390公里的海面上，预计14日下午在象山到温岭一带登陆。',
        '受其影响，今天夜里到14日夜里，我市沿海海面有10到12级大风。',
        '市防指决定14日全市中小学停课一天，何时复课另行通知。',
      );
      const warned = createAnswerer({ notices: [storm], segmenter });
      expect(warned.ask('今天吃什么').status).toBe('abstained');
      expect(warned.ask('台风什么时候登陆').status).toBe('answered');
    });

    it.each([
      ['', 'empty'],
      [' \n ', 'empty'],
      ['👍🎉', 'empty'],
      ['\u200b\u202e', 'empty'],
      ['？？？', 'empty'],
      ['你好', 'chat'],
      ['谢谢啊!', 'chat'],
      ['火星移民', 'unknown-subject'],
      ['海宁的GDP是多少', 'unknown-attribute'],
    ])('from %j: %s', (question, reason) => {
      expect(abstained(answerer, question).reason).toBe(reason);
    });

    it.each([
      ['海寧的GDP是多少？', ['海寧'], ['GDP']],
      ['海宁的gdp是多少', ['海宁'], ['gdp']],
      ['海寧的ＧＤＰ是多少？', ['海寧'], ['ＧＤＰ']],
      ['平湖的人口數量', ['平湖'], ['人口數量']],
      ['Haining 的人口', ['Haining'], ['人口']],
      ['平胡的人口', ['平湖'], ['人口']],
    ])(
      'from %s, and says in the asker’s own words what is known and what is missing',
      (question, known, missing) => {
        const reply = abstained(answerer, question);
        expect(reply.known).toEqual(known);
        expect(reply.missing).toEqual(missing);
      },
    );

    it('names a place that no notice mentions as missing', () => {
      expect(abstained(answerer, '杭州是什麼產業？').missing).toContain('杭州');
      expect(abstained(answerer, '杭州的GDP').missing).toEqual(['杭州', 'GDP']);
    });

    it('offers the nearest sentence, no answer in it, and what can be asked', () => {
      const { nearest, suggestions, confidence } = abstained(answerer, '海宁的GDP是多少');
      expect(nearest?.sentence.text).toContain('海');
      expect(nearest?.highlights).toEqual([]);
      expect(suggestions[0]).toBe('海寧是什麼產業?');
      expect(confidence).toBeLessThan(0.5);
    });

    it('offers questions that it answers', () => {
      for (const question of abstained(answerer, '').suggestions) answered(answerer, question);
    });
  });

  describe('finds a county', () => {
    it.each([
      '海寧',
      '海宁',
      '海寧市',
      '海宁市',
      'haining',
      'Haining',
      'hǎiníng',
      'hai ning',
      '海宁呢？',
      '嘉兴海宁',
      ' 海宁 ',
    ])('by %s', (name) => {
      expect(answerer.findCounty(name)?.county.id).toBe('330481');
    });

    it.each(['', '👍', '杭州', '三有', '产业', '你好'])('not by %j', (name) => {
      expect(answerer.findCounty(name)).toBeUndefined();
    });

    it('by its id, the same', () => {
      expect(answerer.countyById('330481')).toEqual(answerer.findCounty('海宁'));
      for (const { id } of answerer.counties) expect(answerer.countyById(id)?.county.id).toBe(id);
      expect(answerer.countyById('330100')).toBeUndefined();
      expect(answerer.countyById('')).toBeUndefined();
    });

    it('with every sentence that mentions it, and its values highlighted', () => {
      const quotes = answerer.findCounty('海宁')?.quotes ?? [];
      expect(quotes.map(({ notice }) => notice.id)).toEqual(['industries', 'outage', 'subsidies']);
      const values = quotes.map(({ notice, highlights }) =>
        highlights.map(({ start, end }) => notice.text.slice(start, end)),
      );
      expect(values).toEqual([['經編'], [], ['150万元']]);
    });
  });

  it('has the counties with facts first, then in the order of the text, and no wider regions', () => {
    const notice = noticeOf(
      'n',
      '关于产业的通知',
      '发布日期：2021-03-16',
      '嘉善县和海盐县列席。',
      '浙江省嘉兴市将平湖箱包、海宁经编，确定为特色产业。',
    );
    const { counties } = createAnswerer({ notices: [notice], segmenter });
    expect(counties.map(({ name }) => name)).toEqual(['平湖', '海宁', '嘉善县', '海盐县']);
  });

  describe('finds an initiative', () => {
    it.each([
      '三有',
      '「三有」',
      '三有工作模式',
      '3有',
      '工作模式',
      'sanyou gongzuo moshi',
      '三有工作模式是什么？',
    ])('by %s', (name) => {
      expect(answerer.findInitiative(name)?.initiative.name).toBe('三有');
    });

    it.each(['', '四个有', '海宁', '产业', '行动'])('not by %j', (name) => {
      expect(answerer.findInitiative(name)).toBeUndefined();
    });

    it('by its id, the same', () => {
      for (const { id, name } of answerer.initiatives) {
        expect(answerer.initiativeById(id)).toEqual(answerer.findInitiative(name));
      }
      expect(answerer.initiativeById('none')).toBeUndefined();
    });

    it('with its parts, highlighted in its definition', () => {
      const report = answerer.findInitiative('三有');
      const text = (ranges: readonly { start: number; end: number }[]) =>
        ranges.map(({ start, end }) => industries.text.slice(start, end));
      expect(report?.parts.map(({ items }) => text(items))).toEqual([['立標準', '建機構', '籌資金']]);
      expect(text(report?.definition.highlights ?? [])).toEqual(['立標準', '建機構', '籌資金']);
      expect(report?.definition.sentence.text).toMatch(/^提出/u);
    });
  });

  describe('finds a sentence by its id', () => {
    it('wherever it stands', () => {
      for (const notice of all) {
        for (const passage of notice.passages) {
          for (const sentence of passage.sentences) {
            expect(answerer.sentenceById(sentence.id)).toMatchObject({ notice, passage, sentence });
          }
        }
        expect(answerer.sentenceById(notice.titleLine?.id ?? '')).toMatchObject({ notice, passage: null });
        expect(answerer.sentenceById(notice.dateLine?.id ?? '')).toMatchObject({ notice, passage: null });
      }
    });

    it.each(['', 'forged', '\0', 'constructor'])('not by %j', (id) => {
      expect(answerer.sentenceById(id)).toBeUndefined();
    });

    it('apart from the same words in another notice', () => {
      const same = [outage, subsidies].map((notice) => {
        const sentence = notice.passages
          .flatMap(({ sentences }) => sentences)
          .find(({ text }) => text === '给您带来不便，敬请谅解。');
        if (sentence === undefined) throw new Error('both notices say so');
        return { notice, sentence };
      });
      expect(new Set(same.map(({ sentence }) => sentence.id)).size).toBe(2);
      for (const { notice, sentence } of same) {
        expect(answerer.sentenceById(sentence.id)?.notice.id).toBe(notice.id);
      }
    });
  });

  it('of no notices abstains from everything', () => {
    const empty = createAnswerer({ notices: [], segmenter });
    for (const question of ['海宁是什么产业', '标题是什么', '', '你好', 'haining', '什么时候发布的']) {
      const reply = abstained(empty, question);
      expect([reply.nearest, reply.alternatives, reply.suggestions]).toEqual([null, [], []]);
    }
    expect(empty.counties).toEqual([]);
    expect(empty.initiatives).toEqual([]);
    expect(empty.findCounty('海宁')).toBeUndefined();
  });

  it('answers by the notice that says so, among others of other regions', () => {
    const both = createAnswerer({ notices: [elsewhere, industries], segmenter });
    expect(answered(both, '德化是什么产业')).toMatchObject({ shortAnswer: '陶瓷' });
  });
});
