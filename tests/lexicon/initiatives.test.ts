import { describe, expect, it } from 'vitest';

import { cutSentences } from '../../src/lexicon/cut-sentence.ts';
import { findEnumerations } from '../../src/lexicon/enumerations.ts';
import { findInitiatives, type NamedInitiative } from '../../src/lexicon/initiatives.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { noticeOf } from '../support/answerers.ts';

const segmenter = createIntlSegmenter();

/** The initiatives of a notice with these paragraphs. */
function initiatives(...paragraphs: readonly string[]): readonly NamedInitiative[] {
  const notice = noticeOf('n', '关于工作的通知', '发布日期：2021-03-16', ...paragraphs);
  const sentences = cutSentences(notice, segmenter);
  const lists = new Map(sentences.map((cut) => [cut, findEnumerations(cut.folded, cut.words)]));
  return findInitiatives(sentences, lists);
}

function only(...paragraphs: readonly string[]): NamedInitiative {
  const found = initiatives(...paragraphs);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} initiatives, not one`);
  return first;
}

function names(...paragraphs: readonly string[]): string[] {
  return initiatives(...paragraphs).map(({ initiative }) => initiative.name);
}

/** The items of the parts of an initiative, as the notice writes them. */
function parts({ initiative }: NamedInitiative): string[][] {
  return initiative.parts.map(({ notice, items }) =>
    items.map(({ start, end }) => notice.text.slice(start, end)),
  );
}

describe('an initiative is found', () => {
  it.each([
    ['in curly quotes before its kind', '全市开展“清风”行动。', ['清风']],
    ['in corner quotes before its kind', '全市開展「清風」行動。', ['清風']],
    ['with words between the quotes and its kind', '全市开展“清风”河道专项整治行动。', ['清风']],
    ['as the quoted head of a paragraph', '“一村一品”兴产业。各村选定一个品种。', ['一村一品']],
    ['in corner quotes at the head of a paragraph', '「一村一品」興產業。各村選定一個品種。', ['一村一品']],
    ['as a title in 《》 of such a kind', '现印发《乡村振兴行动方案》。', ['乡村振兴行动方案']],
    ['as a series of quoted names', '打好“治水、治气、治土”系列“组合拳”。', ['组合拳']],
    ['each of several in one sentence', '开展“清风”行动，落实“河长”机制。', ['清风', '河长']],
    ['each title of several in a row', '印发《甲地方案》《乙地办法》。', ['甲地方案', '乙地办法']],
    ['once, however often it is named', '开展“清风”行动。“清风”行动要实。', ['清风']],
  ])('%s', (_, paragraph, expected) => {
    expect(names(paragraph)).toEqual(expected);
  });

  it.each([
    ['no quotes', '全市开展清风行动。'],
    ['quotes in the middle and no word for its kind', '全市评出“最美”家庭。'],
    ['its kind too far from the quotes', '评出“最美”家庭并且在来年春天以前完成全部行动。'],
    ['a title of another kind', '登在《人民日报》上。'],
    ['quotes around a list', '提出“治水、治气”工作。'],
    ['nothing in its quotes', '开展“”行动。'],
  ])('not where a notice has %s', (_, paragraph) => {
    expect(names(paragraph)).toEqual([]);
  });

  it('not at the head of a second sentence, but of a paragraph', () => {
    expect(names('各村行动起来。“一村一品”好。')).toEqual([]);
  });

  it('not in the title of a notice, which is quoted for itself', () => {
    const notice = noticeOf('n', '关于“清风”行动的通知', '发布日期：2021-03-16', '现予公布。');
    const sentences = cutSentences(notice, segmenter);
    const lists = new Map(sentences.map((cut) => [cut, findEnumerations(cut.folded, cut.words)]));
    expect(findInitiatives(sentences, lists)).toEqual([]);
  });
});

describe('the title of an initiative', () => {
  it.each([
    ['goes to its kind', '全市开展“清风”河道整治行动。', '“清风”河道整治行动'],
    ['takes the words in front that belong to it', '深入实施新制造“555”行动。', '新制造“555”行动'],
    ['is the quoted name where it heads a paragraph', '“一村一品”兴产业。', '“一村一品”'],
    ['has its marks', '现印发《乡村振兴行动方案》。', '《乡村振兴行动方案》'],
    ['is the whole of a series', '打好“治水、治气”系列“组合拳”。', '“治水、治气”系列“组合拳”'],
    ['is as published', '全市開展「清風」行動。', '「清風」行動'],
  ])('%s', (_, paragraph, title) => {
    expect(only(paragraph).initiative.title).toBe(title);
  });
});

describe('the names of an initiative', () => {
  it.each([
    ['the quoted words', '开展“清风”行动。', '清风'],
    ['the words with its kind', '开展“清风”河道整治行动。', '清风行动'],
    ['its title without marks', '开展“清风”河道整治行动。', '清风河道整治行动'],
    ['with the words in front', '实施新制造“555”行动。', '新制造555'],
    ['folded', '開展「清風」行動。', '清风行动'],
    ['its Arabic digits read as Chinese ones', '实施“555”行动。', '五五五行动'],
    ['its Chinese digits written as Arabic ones', '推行“五个一”工作模式。', '5个1工作模式'],
    ['those of the alias file', '实施“555”行动。', '三个五'],
  ])('have %s', (_, paragraph, name) => {
    expect(only(paragraph).names).toContain(name);
  });

  it('stand by length, the longest first, each once and none of one character', () => {
    const found = only('实施新制造“5”行动。').names;
    expect(found).toEqual([...found].sort((a, b) => b.length - a.length));
    expect(new Set(found).size).toBe(found.length);
    expect(found).not.toContain('5');
  });

  it('do not say its kind twice', () => {
    expect(only('现印发《乡村振兴行动方案》。').names).toEqual(['乡村振兴行动方案']);
  });

  it('come with the word for its kind, the longest that fits', () => {
    expect(only('推行“五个一”工作模式。').head).toBe('工作模式');
    expect(only('开展“清风”专项行动。').head).toBe('专项行动');
    expect(only('“一村一品”兴产业。').head).toBe('');
  });
});

describe('the parts of an initiative', () => {
  it.each([
    [
      'are the list in brackets behind its name',
      ['实施“三清”行动（清河道、清垃圾、清违建），全面开展整治。'],
      [['清河道', '清垃圾', '清违建']],
    ],
    [
      'are a quoted list in front of its kind',
      ['“三有”工作模式助力转型。提出了“立标准、建机构、筹资金”的工作模式，起草了方案。'],
      [['立标准', '建机构', '筹资金']],
    ],
    [
      'are the lists of its paragraph, of three items or more, where it heads one',
      ['“多方共治”建设平安社区。由街道、社区、物业共同负责。'],
      [['街道', '社区', '物业共同负责']],
    ],
    ['are the names of a series', ['打好“治水、治气、治土”系列“组合拳”。'], [['治水', '治气', '治土']]],
  ])('%s', (_, paragraphs, expected) => {
    expect(parts(only(...paragraphs))).toEqual(expected);
  });

  it.each([
    ['a list of its sentence that is not tied to it', '各村、各社区、各单位开展“清风”行动。'],
    [
      'a list in brackets behind something else',
      '开展“清风”行动，今年年底以前覆盖三镇（甲镇、乙镇、丙镇）。',
    ],
    ['a list of two in its paragraph', '“多方共治”建设平安社区。由街道、社区负责。'],
  ])('are not %s', (_, paragraph) => {
    expect(parts(only(paragraph))).toEqual([]);
  });

  it('have the label that the notice gives them', () => {
    const { initiative } = only('“多方共治”建设平安社区。综合安全、卫生、交通等因素，逐步推进。');
    const [list] = initiative.parts;
    expect(list?.label && list.notice.text.slice(list.label.start, list.label.end)).toMatch(/^因素/u);
  });
});

describe('the definition of an initiative', () => {
  it('is the sentence that lists its parts', () => {
    const { initiative } = only(
      '“三清”行动启动。全市认真落实。',
      '实施“三清”行动（清河道、清垃圾、清违建），全面开展整治。',
    );
    expect(initiative.definition.sentence.text).toMatch(/^实施/u);
    expect(initiative.definition.passage?.number).toBe(2);
  });

  it('is the longest that names it where none lists parts', () => {
    const { initiative } = only('开展“清风”行动。到年底以前，“清风”行动要在全市所有河道取得实效。');
    expect(initiative.definition.sentence.text).toMatch(/^到年底/u);
  });

  it('is one of the sentences that mention it, which stand in order', () => {
    const { initiative } = only('开展“清风”行动。全市落实。', '清风行动要有实效。');
    expect(initiative.mentions.map(({ sentence }) => sentence.text)).toEqual([
      '开展“清风”行动。',
      '清风行动要有实效。',
    ]);
    expect(initiative.mentions.map(({ sentence }) => sentence)).toContain(initiative.definition.sentence);
  });
});

describe('the id of an initiative', () => {
  it('is the same on every start, and another for another name and another notice', () => {
    const first = only('开展“清风”行动。').initiative.id;
    expect(only('全市都要开展“清风”行动。').initiative.id).toBe(first);
    expect(only('开展“清水”行动。').initiative.id).not.toBe(first);
    const other = noticeOf('other', '通知', '发布日期：2021-03-16', '开展“清风”行动。', '完。');
    const sentences = cutSentences(other, segmenter);
    expect(findInitiatives(sentences, new Map())[0]?.initiative.id).not.toBe(first);
  });

  it('is short enough for the data of a button', () => {
    expect(only('开展“清风”行动。').initiative.id).toMatch(/^[\w-]{8}$/u);
  });
});
