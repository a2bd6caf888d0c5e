import { isValue, labelledFields } from '../labels.ts';
import { tidyLine } from '../lines.ts';
import type { Fields } from '../reading.ts';
import { compact, endsAsTitle } from '../title.ts';
import { isHidden, linesOfPage } from './blocks.ts';
import { parsePage, type DomDocument, type DomElement } from './dom.ts';

/** Where pages state a field, by the names of their meta tags, the best first. */
const META: readonly (readonly [keyof Fields, readonly string[]])[] = [
  ['title', ['articletitle', 'og:title', 'twitter:title', 'dc.title']],
  [
    'date',
    [
      'pubdate',
      'publishdate',
      'article:published_time',
      'og:release_date',
      'dc.date',
      'dcterms.issued',
      'publish-date',
      'date',
    ],
  ],
  ['issuer', ['contentsource', 'source', 'og:article:author', 'dc.publisher']],
  ['url', ['url', 'og:url']],
];

/** What browsers write into a page that they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(?<url>\S+)\s*-->/iu;

/** Elements that hold the date of publishing and nothing else. */
const DATES = '#publish_time, time[pubdate], time[itemprop=datePublished], time.published, time.entry-date';

/**
 * What a page says about its article: in its meta tags, then in the labels that it prints, then by its headings.
 *
 * @param lines the lines of the whole page
 * @param text those of its main text
 */
export function pageFields(
  html: string,
  page: DomDocument,
  lines: readonly string[],
  text: readonly string[],
): Fields {
  const meta = metaTags(page);
  const stated: Record<string, string> = {};
  for (const [field, names] of META) {
    const value = names.map((name) => meta.get(name) ?? '').find((candidate) => isValue(field, candidate));
    if (value !== undefined) stated[field] = value;
  }
  const saved = SAVED_FROM.exec(html)?.groups?.['url'] ?? '';
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const url = [canonical, saved].find((candidate) => isValue('url', candidate));
  const title = headline(html, page, text);
  const date = Array.from(page.querySelectorAll(DATES), ({ textContent }) =>
    tidyLine(textContent ?? ''),
  ).find((candidate) => isValue('date', candidate));
  return {
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...labelledFields(lines),
    ...stated,
  };
}

function metaTags(page: DomDocument): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta')) {
    const name = (tag.getAttribute('name') ?? tag.getAttribute('property') ?? '').trim().toLowerCase();
    const content = tidyLine(tag.getAttribute('content') ?? '');
    if (name !== '' && content !== '' && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

/**
 * The page's only first heading; else the line at the head of the text that its title has, or that ends as titles do;
 * else the first part of its title: `通知_市政府` is 通知.
 */
function headline(html: string, page: DomDocument, text: readonly string[]): string | undefined {
  const headings = Array.from(page.querySelectorAll('h1'))
    .filter((heading) => !isHidden(heading) && !isLink(heading))
    .map(({ textContent }) => tidyLine(textContent ?? ''));
  const [only, ...others] = headings.filter((heading) => isValue('title', heading));
  if (only !== undefined && others.length === 0) return only;
  const title = page.querySelector('title')?.textContent ?? '';
  const first = tidyLine(title.split(/[_|｜]|\s[-–—]+\s|--+/u)[0] ?? '');
  const printed = printedTitle(html, title, text);
  // Pages set the office on a line of its own.
  if (printed !== undefined && !compact(first).endsWith(compact(printed))) return printed;
  return isValue('title', first) ? first : printed;
}

/** A heading that is a link is the name of the site. */
function isLink(heading: DomElement): boolean {
  return compact(heading.querySelector('a')?.textContent ?? '') === compact(heading.textContent ?? '');
}

/** How far above a text its title may stand, and how far down in it, in lines. */
const ABOVE = 6;
const HEAD = 4;
/** A shorter line may be a title's by chance. */
const SHORTEST = 8;

function printedTitle(html: string, title: string, text: readonly string[]): string | undefined {
  const page = parsePage(html);
  // What leads to another page is not the title of this one.
  for (const link of page.querySelectorAll('a')) link.remove();
  const lines = linesOfPage(page);
  const head = text.slice(0, HEAD);
  const start = Math.max(
    0,
    lines.findIndex((line) => head.includes(line)),
  );
  const near = [...lines.slice(Math.max(0, start - ABOVE), start).reverse(), ...head].filter(
    (line) => line.length >= SHORTEST && !/[。；>]|[：:]$/u.test(line),
  );
  const named = compact(title);
  return near.find((line) => named.includes(compact(line))) ?? near.find(endsAsTitle);
}
