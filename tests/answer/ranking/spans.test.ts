import { describe, expect, it } from 'vitest';

import { typedSpans, type SpanKind } from '../../../src/answer/ranking/spans.ts';
import { cut } from './cut.ts';

function found(tagged: string, kind: SpanKind): string[] {
  const { folded, words } = cut(tagged);
  return typedSpans(folded, words)
    .filter((span) => span.kind === kind)
    .map((span) => span.text);
}

describe('typed spans', () => {
  it.each<[string, string, SpanKind, string[]]>([
    ['a date', '自/p 1998年/m 3月/m 5日/m 起/v', 'date', ['1998年3月5日']],
    ['a century', '19世纪/t 的/u 城/n', 'date', ['19世纪']],
    ['a number with its unit', '全长/n 50/m 公里/q', 'number', ['50公里']],
    ['no number in a date', '1998年/m 的/u', 'number', []],
    ['a title', '《/x 红楼梦/n 》/x 的/u 作者/n', 'title', ['《红楼梦》']],
    ['a person by part of speech', '会长/n 王明/nr', 'person', ['王明']],
    ['a transliterated name', '伽利略/nr ·/x 伽利莱/nr', 'person', ['伽利略·伽利莱']],
    ['a place', '位于/v 海宁/ns', 'place', ['海宁']],
    ['a body with the nouns in front of it', '海宁/ns 纺织/n 公司/n', 'body', ['海宁纺织公司']],
    ['Latin words', '推出/v wifi/eng 服务/vn', 'latin', ['wifi']],
  ])('are found: %s', (_, tagged, kind, expected) => {
    expect(found(tagged, kind)).toEqual(expected);
  });

  it('stand where they say', () => {
    const { folded, words } = cut('会长/n 王明/nr 于/p 1998年/m 到任/v');
    for (const span of typedSpans(folded, words)) expect(folded.slice(span.start, span.end)).toBe(span.text);
  });
});
