/**
 * What government sites print around a text and is not part of it, in either script. One alternative a line;
 * each is bounded by its own brackets, numbers or words, so that it cannot run into the text.
 */
export const NOISE = new RegExp(
  [
    // 【打印此頁】【關閉窗口】【返回頂部】【字號 大 中 小】
    /[【[［(（]\s*(?:打印|列印|關閉|关闭|返回|收藏|分享|字號|字号|字體|字体|大\s*中\s*小)[^】\]］)）\n]{0,16}[】\]］)）]/,
    // 打印此頁 关闭窗口, alone on their line
    /^[ \t\u3000]*(?:(?:打印|列印|關閉|关闭|返回|收藏|分享)(?:本頁|本页|此頁|此页|窗口|頂部|顶部|首頁|首页|列表)?[ \t\u3000|｜]*)+$/,
    // 瀏覽次數：1234次 · 阅读：56 · 点击数: 7
    /(?:瀏覽|浏览|閱讀|阅读|點擊|点击|訪問|访问)(?:次數|次数|量|數|数|人數|人数)?\s*[:：]\s*\d+\s*次?/,
    // 字號：[大 中 小] · 字体: 大 中 小
    /(?:字號|字号|字體|字体)(?:大小)?\s*[:：]?\s*[[【［]?\s*大\s*[|｜]?\s*中\s*[|｜]?\s*小\s*[\]】］]?/,
    // 分享到：微信 微博 QQ空間
    /(?:分享到|分享至)\s*[:：]?(?:[ \t\u3000]*(?:微信|微博|新浪微博|QQ空間|QQ空间|QQ|朋友圈|更多|人人網|人人网))*/,
    // 當前位置：首頁 > 新聞
    /^[ \t\u3000]*(?:當前位置|当前位置|您的位置|您現在的位置|您现在的位置)\s*[:：][^\n]{0,120}$/,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gmu',
);
