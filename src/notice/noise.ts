const SPACE = '[ \\t\\u3000]';
const GAP = `${SPACE}{0,4}`;
const ACTION = '(?:打印|列印|關閉|关闭|返回|收藏|分享)';
const OBJECT =
  '(?:[本此]?[頁页文]|頁面|页面|文章|[網网][頁页]|窗口|頂部|顶部|首頁|首页|上一?[頁页]|列表|微信|微博)';
const FONT = '(?:字號|字号|字體|字体)(?:大小)?';
const SIZES = `大${GAP}[|｜]?${GAP}中${GAP}[|｜]?${GAP}小`;
const NETWORK = '(?:新浪微博|微信|微博|QQ空間|QQ空间|QQ|朋友圈|人人網|人人网|更多)';

/**
 * What government sites print around a text and is not part of it, in either script. One alternative a line;
 * each is bounded by its own brackets, numbers or words, so that it cannot run into the text, and none takes
 * words that a sentence could hold (關閉12家, 分享到全國). White space is counted, never unlimited, but at the
 * head of a line: anything else would take a file of spaces squared.
 */
export const NOISE = new RegExp(
  [
    // 【打印此頁】 [關閉窗口] 【返回頂部 | 關閉】
    `[【[［]${GAP}${ACTION}${OBJECT}?(?:${GAP}[|｜]?${GAP}${ACTION}${OBJECT}?)*${GAP}[】\\]］]`,
    // (打印本頁)
    `[(（]${GAP}${ACTION}${OBJECT}${GAP}[)）]`,
    // 打印此頁 关闭窗口, alone on their line
    `^${SPACE}*(?:${ACTION}${OBJECT}?[ \\t\\u3000|｜]*)+$`,
    // 瀏覽次數：1234次 · 阅读：56 · 点击数: 7
    `(?:瀏覽|浏览|閱讀|阅读|點擊|点击|訪問|访问)(?:次數|次数|量|數|数|人數|人数)?${GAP}[:：]${GAP}\\d{1,9}(?:[,，]\\d{3}){0,3}(?![\\d.萬万億亿])${GAP}次?`,
    // 字號：[大 中 小] · 【字体: 大 中 小】
    `(?:[【[［(（]${GAP})?${FONT}(?:${SPACE}|[:：]){1,4}[[【［]?${GAP}${SIZES}(?:${GAP}[\\]】］]){0,2}[)）]?`,
    // 【大 中 小】
    `[【[［]${GAP}${SIZES}${GAP}[】\\]］]`,
    // 分享到：微信 微博 QQ空間
    `(?:分享到|分享至)${GAP}[:：](?:${GAP}${NETWORK})*`,
    // 分享到 微信 微博, alone on their line
    `^${SPACE}*(?:分享到|分享至)(?:${GAP}${NETWORK})*${GAP}$`,
    // 當前位置：首頁 > 新聞
    `^${SPACE}*(?:當前位置|当前位置|您的位置|您現在的位置|您现在的位置)${GAP}[:：][^\\n]{0,120}$`,
    // 首頁 > 新聞 > 公告
    `^${SPACE}*(?:首頁|首页)(?:${GAP}[>›»]${GAP}[^\\n>›»]{1,20}){1,6}$`,
  ].join('|'),
  'gmu',
);
