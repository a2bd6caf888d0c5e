import { beforeAll, describe, expect, it } from 'vitest';

import type { Answerer } from '../../../src/answer/index.ts';
import { paint } from '../../../src/cli/chat/paint.ts';
import { createResponder } from '../../../src/cli/chat/respond.ts';
import { quickAnswerer } from '../answerer.ts';

describe('a responder', () => {
  let answerer: Answerer;
  beforeAll(async () => {
    answerer = await quickAnswerer();
  });
  const reply = (line: string, device: 'en' | 'zh-Hant' | 'zh-Hans' = 'en') => {
    const response = createResponder(answerer, device)(line);
    return response === 'quit' ? response : paint(response, { columns: Infinity, colour: false });
  };

  it('answers with the short answer, the sentence and where it stands', () => {
    const [short, sentence, source, ...rest] = reply('海寧是什麼產業?').split('\n');
    expect(short).toBe('  經編');
    expect(sentence).toMatch(/^ {2}│ 按“一縣一業一策”原則.*海寧經編.*特色產業。$/u);
    expect(source).toBe('  2021-03-16 · 浙江嘉興樹立質量標桿引領產業轉型發展 · 第 2 段');
    expect(rest).toEqual(['', '']);
  });

  it('makes the answer bold inside the sentence too', () => {
    const blocks = createResponder(answerer, 'en')('海寧是什麼產業?');
    const bold = Array.from(blocks === 'quit' ? [] : blocks, ({ spans }) =>
      spans.filter(({ style }) => style === 'bold').map(({ text }) => text),
    );
    expect(bold.slice(0, 2)).toEqual([['經編'], ['經編']]);
  });

  it('says what is missing, shows the nearest sentence as no answer, and what can be asked', () => {
    const lines = reply('海寧的GDP是多少?').split('\n');
    expect(lines[0]).toBe('  公告提到了「海寧」，但沒有提到「GDP」。');
    expect(lines[1]).toBe('  最接近的一句（不是答案）：');
    expect(lines[2]).toMatch(/^ {2}│ /);
    expect(lines).toContain('  可以這樣問：');
  });

  it('says how it understood what was not written in Chinese', () => {
    expect(reply('haining')).toContain('Understood as: 海宁');
    expect(reply('haining', 'zh-Hant')).toContain('理解為：海寧');
  });

  it.each([
    ['杭州呢', 'en', '公告沒有提到「杭州」。'],
    ['杭州是什么产业?', 'en', '没有提到“杭州”。'],
    ['杭州呢', 'zh-Hans', '公告没有提到“杭州”。'],
    ['hello', 'en', 'I only answer from published notices'],
    ['hello', 'zh-Hant', '我只回答公告裡寫了的事情'],
  ] as const)('speaks to %s at a terminal in %s in the language of the asker', (line, device, said) => {
    expect(reply(line, device)).toContain(said);
  });

  it('lists the counties with their industries, and tells all about one', () => {
    expect(reply('/county', 'zh-Hant')).toContain('    海寧 經編\n');
    const [name, fact] = reply('/county haining', 'zh-Hant').split('\n');
    expect(name).toBe('  海寧');
    expect(fact).toMatch(/：經編$/u);
  });

  it('lists the initiatives, and what one consists of', () => {
    expect(reply('/initiative')).toContain('新制造“555”行動');
    const lines = reply('/initiative 五個一').split('\n');
    expect(lines[0]).toBe('  “五個一”工作模式');
    expect(lines.filter((line) => line.startsWith('    '))).toHaveLength(5);
  });

  it('offers what there is where a name is not in the notices', () => {
    expect(reply('/county 杭州')).toContain('公告沒有提到杭州');
    expect(reply('/county 杭州')).toContain('    海寧 經編\n');
    expect(reply('/initiative 八八戰略')).toContain('公告沒有提到八八戰略');
  });

  it('names its sources', () => {
    expect(reply('/source')).toContain(
      '浙江嘉興樹立質量標桿引領產業轉型發展\n    2021-03-16 · 4 paragraphs, ',
    );
  });

  it('helps, ends, and knows no other command', () => {
    expect(reply('  /help ')).toContain('/initiative name');
    expect(reply('/quit')).toBe('quit');
    expect(reply('/frobnicate')).toContain('I do not know that command');
  });
});
