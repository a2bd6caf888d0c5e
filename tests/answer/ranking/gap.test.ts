import { describe, expect, it } from 'vitest';

import { findGap } from '../../../src/answer/ranking/gap.ts';
import { createSegmenter } from '../../../src/text/segmenter.ts';

const segmenter = createSegmenter(() => undefined);

function gapOf(text: string) {
  const found = findGap(text, segmenter.cut(text));
  return { ...found, asks: found.gap === null ? null : text.slice(found.gap.start, found.gap.end) };
}

describe('what a question asks', () => {
  it.each([
    ['谁是会长?', 'who', '谁'],
    ['哪位院士获奖?', 'who', '哪位'],
    ['开发区是哪一年成立的?', 'when', '哪一年'],
    ['何时通车?', 'when', '何时'],
    ['总部在哪里?', 'where', '哪里'],
    ['哪个城市最大?', 'where', '哪个城市'],
    ['一共有多少人?', 'number', '多少'],
    ['为什么要停水?', 'why', '为什么'],
    ['停水的原因是什么?', 'why', '原因是什么'],
    ['如何申请?', 'how', '如何'],
    ['哪些企业参加?', 'which', '哪些'],
    ['海宁是什么产业?', 'what', '什么'],
    ['他被追封为什么?', 'what', '什么'],
    ['首都的名称为?', 'what', ''],
    ['海宁经编', 'other', null],
  ])('is found: %s', (text, type, asks) => {
    expect(gapOf(text)).toMatchObject({ type, asks });
  });

  it('has the measure word behind 多少 for its unit', () => {
    expect(gapOf('全长多少米?').unit).toBe('米');
    expect(gapOf('有多少个站?').unit).toBe('站');
    expect(gapOf('谁是会长?').unit).toBeNull();
  });
});

describe.runIf(segmenter.name === 'jieba')('the noun that is asked for', () => {
  it.each([
    ['哪个公司承建?', '公司', 'body'],
    ['平湖的主要产业是什么?', '产业', 'title'],
    ['他的妻子是哪国人?', null, 'place'],
    ['该片的导演是什么人?', null, 'person'],
  ])('decides what is wanted: %s', (text, asked, first) => {
    const found = gapOf(text);
    if (asked !== null) expect(found.asked).toBe(asked);
    expect(found.wanted[0]).toBe(first);
  });
});
