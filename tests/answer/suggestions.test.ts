import { describe, expect, it } from 'vitest';

import { parseQuestion } from '../../src/answer/question/question.ts';
import { suggest } from '../../src/answer/suggestions.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import type { Notice } from '../../src/notice/notice.ts';
import { createIntlSegmenter } from '../../src/text/segmenter.ts';
import { elsewhere, industries, outage } from './notices.ts';

const segmenter = createIntlSegmenter();

function suggestions(question: string, ...notices: readonly Notice[]): string[] {
  const lexicon = createLexicon(notices, segmenter);
  return suggest(parseQuestion(question, lexicon), lexicon);
}

describe('what can be asked instead', () => {
  it('is about places with facts and initiatives by turns, three at most', () => {
    expect(suggestions('', industries)).toEqual(['平湖是什麼產業?', '一縣一品是什麼?', '海寧是什麼產業?']);
  });

  it('begins with what the question names', () => {
    expect(suggestions('桐乡的人口', industries)[0]).toBe('桐鄉是什麼產業?');
    expect(suggestions('清风行动什么时候开始', industries)[0]).toBe('清風是什麼?');
  });

  it('does not begin with a place of which nothing is stated', () => {
    expect(suggestions('嘉兴的人口', industries)[0]).toBe('平湖是什麼產業?');
  });

  it('has each once, and never the question itself', () => {
    const found = suggestions('平湖是什么产业?', industries);
    expect(found).not.toContain('平湖是什麼產業?');
    expect(found).toHaveLength(3);
    const named = suggestions('平湖的人口', industries);
    expect(new Set(named).size).toBe(named.length);
  });

  it('is in the script of the notices', () => {
    expect(suggestions('晉江的人口', elsewhere)[0]).toBe('晋江是什么产业?');
  });

  it('is nothing where the notices have no facts and no initiatives', () => {
    expect(suggestions('停水', outage)).toEqual([]);
    expect(suggestions('停水')).toEqual([]);
  });
});
