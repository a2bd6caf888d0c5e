import { beforeAll, expect, test } from 'vitest';

import type { Answerer } from '../../src/answer/index.ts';
import { firstNoticeAnswerer } from '../support/answerers.ts';
import { formatted, World } from '../support/world.ts';

let answerer: Answerer;
beforeAll(async () => {
  answerer = await firstNoticeAnswerer();
});

const TITLE = '浙江嘉興樹立質量標桿引領產業轉型發展';
const ENUMERATION = '按“一縣一業一策”原則，將嘉善的家具及竹木制品、平湖箱包';

test('a morning with the bot, in private and in a group', async () => {
  const world = new World(answerer);
  const chen = world.person('陳', 'zh-hant');
  const wang = world.person('王', 'zh-hans');
  const anne = world.person('Anne', 'en');
  const { alone: chens } = chen;

  // Chen meets the bot.
  await chens.says('/start');
  chens.hears('您好！請直接問我關於公告的問題');
  expect(chens.buttons.length).toBeGreaterThan(0);

  await chens.says('海寧是什么產業?');
  chens.hears('經編', ENUMERATION, `2021-03-16 · ${TITLE} · 第 2 段`);
  expect(formatted(chens.reply, 'bold')).toEqual(['經編', '經編']);
  expect(chens.reply.text?.startsWith('經編\n')).toBe(true);

  await chens.taps('看整段');
  chens.hears('經編\n“一縣一業一策”推進產業質量提升。嘉興市圍繞實施新制造');
  expect(formatted(chens.reply, 'underline').join()).toContain(ENUMERATION);

  await chens.taps('只看這一句');
  chens.hears(`經編\n${ENUMERATION}`);

  await chens.says('haining shi shenme chanye');
  chens.hears('經編', '理解為：海寧');

  await chens.says('海寧和平湖分別是什麼產業？');
  chens.hears('海寧經編', '平湖箱包');
  expect(formatted(chens.reply, 'blockquote')).toHaveLength(1);

  await chens.says('哪裡做羊毛衫？');
  chens.hears('桐鄉');

  await chens.says('這篇公告是什麼時候發布的？');
  chens.hears('2021-03-16');

  // One question leans on another.
  await chens.says('桐鄉是什麼產業？');
  await chens.says('那平湖呢？');
  chens.hears('箱包', '理解為：平湖是什麼產業?');
  await chens.says('還有呢');
  chens.hears('另一句可能有關的話（1／');
  await chens.says('還有嗎');
  chens.hears('另一句可能有關的話（2／');

  // What the notice does not say, it does not answer.
  await chens.says('海寧的GDP是多少?');
  chens.hears('公告提到了「海寧」，但沒有提到「GDP」。', '最接近的一句（不是答案）：', ENUMERATION);

  await chens.taps('海寧是什麼產業?');
  chens.hears('經編\n問：海寧是什麼產業?');

  await chens.says('杭州的特色產業是什麼？');
  chens.hears('沒有提到「杭州」');

  for (const chat of ['你好', '謝謝', '😀', '哈哈哈哈']) {
    await chens.says(chat);
    expect(chens.reply.text).not.toContain(TITLE);
    expect(chens.buttons.length).toBeGreaterThan(0);
  }

  await chens.sends({ sticker: {} });
  chens.hears('我只讀文字');

  await chens.sends({ photo: [], caption: '平湖是什麼產業' });
  chens.hears('箱包');

  // Places, by tapping and typing.
  await chens.says('/county');
  expect(chens.buttons).toContain('海寧 · 經編');
  expect(chens.buttons).toHaveLength(9);

  await chens.says('/help');
  chens.hears('直接把問題發給我');

  await chens.says('上海');
  chens.hears('請再試一次');

  world.restart();

  await chens.says('Tongxiang');
  chens.hears('桐鄉 · 桐鄉市', '特色產業：羊毛衫');

  await chens.taps('南湖 · 特殊鋼');
  chens.hears('南湖 · 南湖區', '特色產業：特殊鋼');

  await chens.says('/county 嘉善縣');
  chens.hears('家具及竹木制品', ENUMERATION);

  await chens.says('/county海盐');
  chens.hears('海鹽 · 海盐县', '核電關聯');

  await chens.says('/county 上海');
  chens.hears('公告沒有提到「上海」');

  // Initiatives and their parts.
  await chens.says('/initiative 五個一');
  chens.hears('“五個一”工作模式', '包括 5 項：\n1. 一個產業制定一個提升行動方案', '5. 構建一個質效評價體系');

  await chens.says('/initiative 555');
  chens.hears('3 項', '5大產業集群', '5大標志性產業鏈');

  await chens.says('/initiative 多位一體');
  chens.hears('因素（4 項）：', '（6 項）：', '6. 產業鏈');

  await chens.says('/initiative');
  await chens.says('/cancel');
  chens.hears('已取消');

  // In Simplified from here on.
  await chens.says('/script');
  await chens.taps('簡體');
  expect(chens.tapAnswer?.text).toBe('已改为：简体。');
  await chens.says('海寧是什麼產業？');
  chens.hears('经编', '按“一县一业一策”原则', '浙江嘉兴树立质量标杆');
  expect(formatted(chens.reply, 'bold')).toEqual(['经编', '经编']);

  await chens.says('/script 自動');
  await chens.says('/source');
  chens.hears(TITLE, '2021-03-16 · 4 段');
  await chens.says('/privacy');
  chens.hears('我保存的只有這些');

  // Anne reads English, but asks in Chinese.
  await anne.alone.says('/help');
  anne.alone.hears('Just send me your question');
  await anne.alone.says('平湖是什么产业');
  anne.alone.hears('箱包', '第 2 段');

  // The three meet in a group.
  const room = world.group();
  const [chenThere, wangThere, anneThere] = [chen.in(room), wang.in(room), anne.in(room)];

  await chenThere.says('你們看過嘉興的公告嗎？');
  chenThere.hearsNothing();

  const asked = await wangThere.says('@Notice_Bot 海宁是什么产业');
  wangThere.hears('經編', '第 2 段');
  expect(wangThere.reply.reply_to_message?.message_id).toBe(asked.message_id);
  const answer = wangThere.reply;

  await chenThere.says('那平湖是什麼產業呢', { replyTo: answer });
  chenThere.hears('箱包');

  const aside = await anneThere.says('桐乡是什么产业');
  anneThere.hearsNothing();
  await chenThere.says('@notice_bot', { replyTo: aside });
  chenThere.hears('羊毛衫');

  await anneThere.says('/ask@weather_bot 海宁');
  anneThere.hearsNothing();
  await anneThere.says('/ask@notice_bot海宁是什么产业');
  anneThere.hears('經編');

  await chenThere.says('/county');
  await wangThere.taps('海寧 · 經編');
  expect(wangThere.tapAnswer).toEqual({ text: '这些按钮是别人要的。请自己发一次 /county。', isAlert: true });
  await wangThere.says('/county');
  await chenThere.says('我們中午吃什麼');
  chenThere.hearsNothing();
  await wangThere.says('秀洲');
  wangThere.hears('小家電');
  await chenThere.taps('海寧 · 經編');
  chenThere.hears('經編');

  await anneThere.taps('看整段', answer);
  anneThere.hears('“一縣一業一策”推進產業質量提升。');
  await anneThere.taps('换一句', answer);
  expect(anneThere.heard.at(-1)?.text).toContain('另一句可能有关的话');

  // And in a topic of a forum.
  const forum = world.group({ isForum: true });
  const topic = wang.in(forum, 77);
  await topic.says('/initiative 五个一');
  topic.hears('“五個一”工作模式');
  expect(topic.reply.message_thread_id).toBe(77);
  await topic.says('谢谢');
  topic.hearsNothing();

  // In all this, nothing was refused, left unanswered, logged as a fault, or kept.
  expect(world.telegram.refusals).toEqual([]);
  expect(world.telegram.openTaps.size).toBe(0);
  expect(world.log.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(JSON.stringify(world.log)).not.toMatch(/\p{Script=Han}/u);
  expect([...world.storages.entries.keys()].filter((key) => !key.startsWith('questions/'))).toEqual([]);
});
