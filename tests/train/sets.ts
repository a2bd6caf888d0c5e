import { readQuestionSet, type QuestionSet } from '../../src/train/question-set.ts';

export interface Paragraph {
  readonly context: string;
  /** Questions with their answers, the first place of each in the context; none where it does not answer. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
}

/** The bytes of a SQuAD file with these articles. */
export function squadBytes(articles: Readonly<Record<string, readonly Paragraph[]>>): Uint8Array {
  const data = Object.entries(articles).map(([title, paragraphs]) => ({
    title,
    paragraphs: paragraphs.map(({ context, asked }) => ({
      context,
      qas: Object.entries(asked).map(([question, answers], id) => ({
        id: String(id),
        question,
        answers: answers.map((text) => ({ text, answer_start: context.indexOf(text) })),
      })),
    })),
  }));
  return new TextEncoder().encode(JSON.stringify({ version: '1', data }));
}

const TOWNS = [
  '海宁',
  '平湖',
  '桐乡',
  '嘉善',
  '海盐',
  '秀洲',
  '南湖',
  '德清',
  '安吉',
  '长兴',
  '绍兴',
  '余姚',
];
const GOODS = [
  '经编',
  '箱包',
  '毛衫',
  '家具',
  '紧固件',
  '光伏',
  '芯片',
  '地板',
  '椅子',
  '电池',
  '黄酒',
  '榨菜',
];
const HEADS = [
  '王明',
  '李强',
  '张伟',
  '刘洋',
  '陈杰',
  '杨帆',
  '赵磊',
  '黄勇',
  '周涛',
  '吴刚',
  '徐亮',
  '孙健',
];

export function townSet(): QuestionSet {
  return readQuestionSet('towns.json', townBytes());
}

/** Twelve articles of one paragraph with three sentences and three questions each, all of the same make. */
export function townBytes(): Uint8Array {
  const articles = TOWNS.map((town, i): readonly [string, readonly Paragraph[]] => {
    const [goods, head, year] = [GOODS[i] ?? '', HEADS[i] ?? '', String(1950 + i * 3)];
    return [
      `${town}产业`,
      [
        {
          context: `${town}的主要产业是${goods}。${town}开发区成立于${year}年。当地协会的会长是${head}。`,
          asked: {
            [`${town}的主要产业是什么？`]: [goods],
            [`${town}开发区是哪一年成立的？`]: [`${year}年`],
            [`${town}的协会会长是谁？`]: [head],
          },
        },
      ],
    ];
  });
  return squadBytes(Object.fromEntries(articles));
}
