import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { spansOf, type SpanKind } from '../../src/answer/spans.ts';

function found(kind: SpanKind, folded: string): string[] {
  return spansOf(kind, folded).map(({ start, end }) => folded.slice(start, end));
}

describe('the stretches of a sentence that are', () => {
  it.each<[SpanKind, string, string, string[]]>([
    ['time', 'a date', '将在2022年5月12日停水', ['2022年5月12日']],
    ['time', 'a date without its year', '5月12日停水', ['5月12日']],
    ['time', 'a date with its day of the week', '10月8日(周六)开幕', ['10月8日(周六)']],
    ['time', 'a year', '自2021年起实施', ['自2021年起']],
    ['time', 'an hour', '上午9:30开标', ['上午9:30']],
    ['time', 'a date and an hour', '4月22日9时30分开标', ['4月22日9时30分']],
    ['time', 'from one moment to another', '5月12日22:00至5月13日6:00停水', ['5月12日22:00至5月13日6:00']],
    ['time', 'a date in digits', '发布日期:2021-03-16', ['2021-03-16']],
    ['time', 'a vague moment', '近年来持续推进', ['近年来']],
    ['time', 'two moments apart', '3月1日开始,6月1日结束', ['3月1日', '6月1日']],
    ['time', 'not a number', '共有12个项目', []],
    ['duration', 'months', '工期为6个月', ['6个月']],
    ['duration', 'working days', '在5个工作日内办结', ['5个工作日内']],
    ['duration', 'years in Chinese numerals', '力争通过两年时间的努力', ['两年时间']],
    ['duration', 'not a calendar year', '自2021年起', []],
    ['duration', 'not a day of a month', '5月12日停水', []],
    ['count', 'a number with its measure word', '首批十个重点产业', ['十个']],
    ['count', 'a number in digits', '约3200户停水', ['3200户']],
    ['count', 'an ordinal', '今年第12号台风', ['第12号']],
    ['count', 'from one number to another', '阵风13到14级', ['13到14级']],
    ['count', 'not a bare number', '编号2021', []],
    ['money', 'a sum', '补助200元', ['200元']],
    ['money', 'a sum in two units', '补助9万6千元', ['9万6千元']],
    ['money', 'a sum in two units with a comma', '补助12万5,000元', ['12万5,000元']],
    ['money', 'a share in words', '拨付百分之五十', ['百分之五十']],
    ['money', 'a sum in ten thousands', '限价2386.5万元', ['2386.5万元']],
    ['money', 'from one sum to another', '处600元以上1800元以下罚款', ['600元以上1800元以下']],
    ['money', 'a share', '补贴30%', ['30%']],
    ['money', 'not a count', '停车场450格', []],
    ['phone', 'a number with its area code', '电话:0573-87290000', ['0573-87290000']],
    ['phone', 'a mobile number', '联系13812345678', ['13812345678']],
    ['phone', 'a hotline', '拨打12345', ['12345']],
    ['phone', 'not a year with a month', '2021年3月', []],
    ['phone', 'not a piece of a longer number', '编号138123456789', []],
    ['actor', 'an office', '由安吉县交通运输局监督', ['由安吉县交通运输局']],
    ['actor', 'a list of offices', '经信、科技等部门联合推进', ['经信、科技等部门']],
    ['actor', 'a company', '海宁市水务公司', ['海宁市水务公司']],
    ['actor', 'nobody', '全面启动提升行动', []],
    ['person', 'a name behind a colon', '联系人:汪先生,电话', ['汪先生']],
    ['person', 'not what stands elsewhere', '汪先生负责', []],
    ['document', 'a reference number', '府交管字第1120058316号公告', ['府交管字第1120058316号']],
    ['document', 'a reference number with its year', '浙政发〔2021〕12号', ['浙政发〔2021〕12号']],
    ['document', 'a code', '项目编号:ajgc2022-0318', ['ajgc2022-0318']],
    [
      'link',
      'an address of a page',
      '详见https://www.example.com/a?b=1。',
      ['https://www.example.com/a?b=1'],
    ],
    ['link', 'an address for mail', '发至abc@example.com即可', ['abc@example.com']],
    ['link', 'not a decimal', '得分3.14', []],
  ])('a %s: %s', (kind, _, sentence, expected) => {
    expect(found(kind, sentence)).toEqual(expected);
  });

  it('an address', () => {
    expect(found('address', '地址:长安镇青年路58号').join()).toMatch(/青年路58号$/u);
  });
});

describe('the stretches of any text', () => {
  const KINDS: readonly SpanKind[] = [
    'time',
    'duration',
    'count',
    'money',
    'phone',
    'address',
    'actor',
    'person',
    'document',
    'link',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '5',
        '月',
        '12',
        '日',
        '至',
        '起',
        '年',
        '元',
        '万',
        '个',
        '局',
        '路',
        '号',
        ':',
        '、',
        '-',
        '〔',
      ),
      maxLength: 60,
    }),
  );

  it.each(KINDS)('that are of the kind %s stand in order, apart and not empty', (kind) => {
    fc.assert(
      fc.property(texts, (text) => {
        let position = 0;
        for (const { start, end } of spansOf(kind, text)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          position = end;
        }
      }),
    );
  });

  it('are found in time in long ones, whatever they repeat', () => {
    for (const unit of ['经信、', '二', '5', '月', '一二三部', '路', '甲乙丙丁', '5月12日至']) {
      for (const kind of KINDS) expect(Array.isArray(spansOf(kind, unit.repeat(500)))).toBe(true);
    }
  });
});
