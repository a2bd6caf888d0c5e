import { isValue, labelledFields } from '../labels.ts';
import { tidyLine } from '../lines.ts';
import type { Fields } from '../reading.ts';
import type { DomDocument } from './dom.ts';

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

/**
 * What a page says about its article: in its meta tags, then in the labels that it prints, then by its headings.
 *
 * @param lines the lines of the whole page
 */
export function pageFields(html: string, page: DomDocument, lines: readonly string[]): Fields {
  const meta = metaTags(page);
  const stated: Record<string, string> = {};
  for (const [field, names] of META) {
    const value = names.map((name) => meta.get(name) ?? '').find((candidate) => isValue(field, candidate));
    if (value !== undefined) stated[field] = value;
  }
  const saved = SAVED_FROM.exec(html)?.groups?.['url'] ?? '';
  const canonical = page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  const url = [canonical, saved].find((candidate) => isValue('url', candidate));
  const title = headline(page);
  return {
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
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

/** The page's only first heading, or the first part of its title: `通知_市政府` is 通知. */
function headline(page: DomDocument): string | undefined {
  const headings = Array.from(page.querySelectorAll('h1'), ({ textContent }) => tidyLine(textContent ?? ''));
  const [only, ...others] = headings.filter((heading) => isValue('title', heading));
  if (only !== undefined && others.length === 0) return only;
  const [first = ''] = (page.querySelector('title')?.textContent ?? '').split(/[_|｜]|\s[-–—]+\s|--+/u);
  return isValue('title', tidyLine(first)) ? tidyLine(first) : undefined;
}
