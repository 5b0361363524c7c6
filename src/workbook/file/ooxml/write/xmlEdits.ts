import { escapeAttribute } from './xmlText';
import { attributesOf, type XmlElement } from './xmlTags';

/** The text from `start` to `end` becomes `text`. */
export interface XmlEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `xml` with all edits applied; they may come in any order and must not overlap. */
export function applyEdits(xml: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}

/** The edit that takes an element out. */
export function removal(element: XmlElement): XmlEdit {
  return { start: element.start, end: element.end, text: '' };
}

/**
 * The edits of a start tag that give attributes new values (or remove them: `undefined`), leaving
 * the others as written. A name is matched as written.
 */
export function attributeEdits(
  xml: string,
  element: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): XmlEdit[] {
  const edits: XmlEdit[] = [];
  const present = new Map(attributesOf(xml, element).map((item) => [item.name, item]));
  const closing = xml.charCodeAt(element.tagEnd - 2) === 0x2f ? 2 : 1;
  const insertAt = element.tagEnd - closing;
  for (const [name, value] of Object.entries(changes)) {
    const existing = present.get(name);
    const text = value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`;
    if (existing !== undefined) edits.push({ start: existing.start, end: existing.end, text });
    else if (text !== '') edits.push({ start: insertAt, end: insertAt, text });
  }
  return edits;
}

/** The edits that put `content` before the element's end tag; an empty-element tag is opened. */
export function appendEdits(element: XmlElement, content: string): XmlEdit[] {
  if (content === '') return [];
  if (element.end > element.tagEnd) {
    return [{ start: element.contentEnd, end: element.contentEnd, text: content }];
  }
  const slash = element.tagEnd - '/>'.length;
  return [{ start: slash, end: element.end, text: `>${content}</${element.name}>` }];
}
