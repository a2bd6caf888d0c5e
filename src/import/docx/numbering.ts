import { numeral } from './numerals.ts';
import { childOf, parseXml, valueOf, type XmlDocument, type XmlElement } from './xml.ts';

/** How the items of one level of a list are numbered. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** With `%1` for the number of the first level, and so on. */
  readonly pattern: string;
}

/** A list: its levels, and where its counters are, which it may share with other lists. */
interface List {
  readonly counters: number[];
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that begin anew with this list, and where. */
  readonly restarts: Map<number, number>;
}

interface Place {
  readonly list: string;
  readonly level: number;
}

/**
 * Writes the automatic numbers of a Word document into its text, where `一、`, `（二）` and `3.` are as much a part
 * of a notice as its words.
 *
 * @param document `word/document.xml`
 * @param numbering `word/numbering.xml`
 * @param styles `word/styles.xml`
 * @returns the document with labels in front of its numbered paragraphs
 */
export function writeNumbers(document: string, numbering: string, styles: string | undefined): string {
  const tree = parseXml(document);
  const lists = listsOf(parseXml(numbering));
  const byStyle = styles === undefined ? new Map<string, Place>() : placesByStyle(parseXml(styles));
  for (const paragraph of tree.getElementsByTagName('w:p')) {
    const properties = childOf(paragraph, 'w:pPr');
    const place = placeOf(properties) ?? byStyle.get(valueOf(properties, 'w:pStyle') ?? '');
    const list = place === undefined ? undefined : lists.get(place.list);
    if (place === undefined || list === undefined || isEmpty(paragraph)) continue;
    const label = nextLabel(list, place.level);
    if (label !== '') writeLabel(tree, paragraph, properties, label);
  }
  return tree.toString();
}

function isEmpty(paragraph: XmlElement): boolean {
  return (paragraph.textContent ?? '').trim() === '';
}

function listsOf(numbering: XmlDocument): Map<string, List> {
  const patterns = new Map<string, { counters: number[]; levels: Map<number, Level> }>();
  for (const element of numbering.getElementsByTagName('w:abstractNum')) {
    const levels = new Map<number, Level>();
    for (const level of element.getElementsByTagName('w:lvl')) levels.set(indexOf(level), levelOf(level));
    patterns.set(element.getAttribute('w:abstractNumId') ?? '', { counters: [], levels });
  }
  const lists = new Map<string, List>();
  for (const element of numbering.getElementsByTagName('w:num')) {
    const pattern = patterns.get(valueOf(element, 'w:abstractNumId') ?? '');
    if (pattern === undefined) continue;
    const levels = new Map(pattern.levels);
    const restarts = new Map<number, number>();
    for (const override of element.getElementsByTagName('w:lvlOverride')) {
      const level = childOf(override, 'w:lvl');
      if (level !== undefined) levels.set(indexOf(override), levelOf(level));
      const start = valueOf(override, 'w:startOverride');
      if (start !== undefined) restarts.set(indexOf(override), Number(start));
    }
    lists.set(element.getAttribute('w:numId') ?? '', { counters: pattern.counters, levels, restarts });
  }
  return lists;
}

function indexOf(element: XmlElement): number {
  return Number(element.getAttribute('w:ilvl') ?? 0);
}

function levelOf(element: XmlElement): Level {
  const format = valueOf(element, 'w:numFmt') ?? 'decimal';
  return {
    start: Number(valueOf(element, 'w:start') ?? 1),
    format,
    // The signs of bullets are those of a symbol font.
    pattern: format === 'bullet' ? '• ' : (valueOf(element, 'w:lvlText') ?? ''),
  };
}

/** Which list and level the properties of a paragraph or style put it into; list 0 is none. */
function placeOf(properties: XmlElement | undefined): Place | undefined {
  const numbers = childOf(properties, 'w:numPr');
  const list = valueOf(numbers, 'w:numId');
  return list === undefined ? undefined : { list, level: Number(valueOf(numbers, 'w:ilvl') ?? 0) };
}

function placesByStyle(styles: XmlDocument): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const style of styles.getElementsByTagName('w:style')) {
    const place = placeOf(childOf(style, 'w:pPr'));
    if (place !== undefined) places.set(style.getAttribute('w:styleId') ?? '', place);
  }
  return places;
}

/** Counts an item and says its label. */
function nextLabel({ counters, levels, restarts }: List, index: number): string {
  const level = levels.get(index);
  if (level === undefined) return '';
  const restart = restarts.get(index);
  restarts.delete(index);
  counters[index] = restart ?? (counters[index] ?? level.start - 1) + 1;
  // An item begins the levels below it anew.
  counters.length = index + 1;
  return level.pattern.replace(/%(?<level>[1-9])/gu, (_, digit: string) => {
    const counted = Number(digit) - 1;
    const { start, format } = levels.get(counted) ?? level;
    return numeral(counters[counted] ?? start, format);
  });
}

function writeLabel(
  tree: XmlDocument,
  paragraph: XmlElement,
  properties: XmlElement | undefined,
  label: string,
): void {
  const text = tree.createElement('w:t');
  text.setAttribute('xml:space', 'preserve');
  text.append(/[\p{Script=Latin}\d]$/u.test(label) ? `${label} ` : label);
  const run = tree.createElement('w:r');
  run.append(text);
  if (properties === undefined) paragraph.prepend(run);
  else properties.after(run);
}
