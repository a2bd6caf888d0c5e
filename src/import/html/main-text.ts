import { fold } from '../../text/script.ts';
import { linesOfElement, linesOfPage } from './blocks.ts';
import { extractArticle, parsePage } from './dom.ts';

/** Where the systems that most government sites are made with put the text of an article. */
const CONTAINERS =
  '.TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .trs_paper_default, #zoom, #Zoom, #zoomcon, #UCAP-CONTENT, ' +
  '.pages_content, #vsb_content, .v_news_content, #ivs_content, #detailCont, #artibody, #articleContent, ' +
  '.articleContent, .article-content, .article_content, .article_con, .news_content, .bt-content, ' +
  '.xxgk_content, #content_body, #js_content';

/** In characters. A text that has to be told from what is around it is longer than one with a place of its own. */
const SHORTEST_TEXT = 40;
const SHORTEST_CONTENT = 10;

/** What stands around a text, by the names that pages give it, for pages in which no text could be found. */
const AROUND =
  'header, footer, aside, form, [role=navigation], [class*=nav], [class*=menu], [class*=foot], [id*=foot], ' +
  '[class*=share], [class*=crumb], [class*=location], [class*=side], [class*=related], [class*=copyright]';

/** Lines that sites put around a text, in either script. */
const FURNITURE = new RegExp(
  [
    /^(?:上一篇|下一篇|上一條|下一條|上一条|下一条)\s*[:：]?.*$/,
    /^(?:相關|相关)(?:鏈接|链接|閱讀|阅读|新聞|新闻|稿件|文章|附件下載|附件下载)\s*[:：]?$/,
    /^(?:微信)?(?:掃一掃|扫一扫)(?:.{0,6}(?:當前頁|当前页|本頁|本页).{0,4}|[，,]?(?:分享|關注|关注).{0,8})?$/,
    /^[(（【[]?(?:責任編輯|责任编辑|責編|责编|編輯|编辑|供稿|審核|审核)\s*[:：].{0,20}$/,
    /^(?:•\s*)?第\s*\d{2,3}\s*版\s*[:：].{0,10}$/,
    /^放大\s*\+?\s*[缩縮]小\s*-?\s*默[认認]\s*o?$/,
    /^[点點][击擊](?:上方|下方)?.{0,8}[关關]注(?:我们|我們)?[!！]?$/,
    /^(?:(?:回上一頁|回上頁|回首頁|回頁首|回列表|友善列印|轉寄友人|返回列表|返回首页|返回頂部|返回顶部)\s*)+$/,
    /^完$/,
    /^(?:相關圖片|相关图片|最後更新(?:日期|時間)?|最后更新(?:日期|时间)?)\s*(?:[:：].{0,40})?$/,
    /^.*(?:ICP備|ICP备|公網安備|公网安备|網站標識碼|网站标识码|版權所有|版权所有|Copyright ©).*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
);

/**
 * The lines of a page's main text, without what the site puts around it.
 *
 * @param html the page
 */
export function mainText(html: string): string[] {
  const lines = containedText(html) ?? readableText(html) ?? wholeText(html);
  return withoutFurtherReading(lines).filter((line) => !FURNITURE.test(line));
}

/** Above the titles of other articles, in folded script. */
const FURTHER_READING =
  /^(?:往期|推荐阅读|延伸阅读|猜你喜欢|精彩推荐|热点推荐)(?:推荐|回顾|精选|阅读)?[:：]?$/u;
/** A longer line is text, not the title of another article; more lines are not only titles. */
const LONGEST_LINK = 40;
const MOST_LINKS = 12;

function withoutFurtherReading(lines: string[]): string[] {
  const at = lines.findLastIndex((line) => FURTHER_READING.test(fold(line)));
  const rest = lines.slice(at + 1);
  const isEnd = at > 0 && rest.length <= MOST_LINKS && rest.every((line) => line.length <= LONGEST_LINK);
  return isEnd ? lines.slice(0, at) : lines;
}

/** The text in the container that holds most of it, where the page has one. */
function containedText(html: string): string[] | undefined {
  const texts = Array.from(parsePage(html).querySelectorAll(CONTAINERS), linesOfElement);
  return longest(texts, SHORTEST_CONTENT);
}

function readableText(html: string): string[] | undefined {
  const article = extractArticle(parsePage(html), SHORTEST_TEXT);
  return article === undefined ? undefined : longest([linesOfPage(parsePage(article))], SHORTEST_TEXT);
}

function wholeText(html: string): string[] {
  const page = parsePage(html);
  for (const element of page.querySelectorAll(AROUND)) element.remove();
  return linesOfPage(page);
}

function longest(texts: readonly string[][], shortest: number): string[] | undefined {
  const [best] = texts.toSorted((a, b) => length(b) - length(a));
  return best !== undefined && length(best) >= shortest ? best : undefined;
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
