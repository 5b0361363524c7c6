/** What stands around the rows of an untouched copy: that of its sheet, without what it cannot share. */
import type { CellRange } from '../../../../core';
import { parseRange, rangeName } from './cellReference';
import { applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  attributesOf,
  childElements,
  elementsBetween,
  findElements,
  type XmlElement,
} from './xmlTags';

/** Elements that a copy goes without: they belong to parts or views that exist once. */
const UNSHARED = new Set([
  'customSheetViews',
  'customProperties',
  'drawing',
  'drawingHF',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
]);

/** The head without what must be true of one sheet only: its code name, its id, its selection. */
export function originalHead(head: string, { select = false } = {}): string {
  const find = (local: string): XmlElement[] => findElements(head, local, 0, head.length);
  const edits: XmlEdit[] = [
    ...find('worksheet').flatMap((root) => attributeEdits(head, root, { 'xr:uid': undefined })),
    ...find('sheetPr').flatMap((item) => attributeEdits(head, item, { codeName: undefined })),
    ...find('sheetView').flatMap((view) =>
      attributeEdits(head, view, { tabSelected: select ? '1' : undefined }),
    ),
  ];
  return applyEdits(head, edits);
}

/** The prefix, with its colon, of attributes that refer to other parts. */
export function referencePrefix(head: string): string {
  const root = findElements(head, 'worksheet', 0, head.length)[0];
  const declared =
    root === undefined
      ? undefined
      : attributesOf(head, root).find(
          ({ name, value }) =>
            name.startsWith('xmlns:') && /\/officeDocument(?:\/2006)?\/relationships$/.test(value),
        );
  return `${declared?.name.slice('xmlns:'.length) ?? 'r'}:`;
}

/** The relationship id of the drawing that shows a sheet's comments; headers have such drawings too. */
export function notesReference(sheet: {
  readonly head: string;
  readonly tail: string;
}): string | undefined {
  const from = sheet.tail.indexOf('>') + 1;
  const element = elementsBetween(sheet.tail, from, sheet.tail.length).find(
    ({ local }) => local === 'legacyDrawing',
  );
  return element && attributeOf(sheet.tail, element, `${referencePrefix(sheet.head)}id`);
}

/** Whether an element, or anything in it, refers to another part. */
export function refersToPart(xml: string, element: XmlElement, prefix: string): boolean {
  const text = xml.slice(element.start, element.end);
  return new RegExp(`\\s${prefix}(?:id|embed|link)\\s*=`).test(text);
}

/** Whether an element after the rows belongs to a sheet alone and is not in its untouched copy. */
export function isUnshared(tail: string, element: XmlElement, prefix: string): boolean {
  if (UNSHARED.has(element.local)) return true;
  return element.local === 'AlternateContent' && refersToPart(tail, element, prefix);
}

/**
 * The tail without elements that refer to parts which the copy does not have. `notesId` is the
 * relationship of its own comments' drawing.
 */
export function originalTail(
  tail: string,
  options: { readonly prefix: string; readonly notesId: string | undefined },
): string {
  const { prefix, notesId } = options;
  const from = tail.indexOf('>') + 1;
  const edits = elementsBetween(tail, from, tail.length).flatMap((element): XmlEdit[] => {
    if (element.local === 'legacyDrawing' && notesId !== undefined) {
      return attributeEdits(tail, element, { [`${prefix}id`]: notesId });
    }
    if (isUnshared(tail, element, prefix)) return [removal(element)];
    if (element.local === 'pageSetup') {
      return attributeEdits(tail, element, { [`${prefix}id`]: undefined });
    }
    if (element.local !== 'extLst') return [];
    const children = childElements(tail, element);
    const gone = children.filter((child) => refersToPart(tail, child, prefix));
    return gone.length === children.length ? [removal(element)] : gone.map(removal);
  });
  return applyEdits(tail, edits);
}

/** The tail of a copy that ends before column `limit`. */
export function limitTail(tail: string, limit: number): string {
  const from = tail.indexOf('>') + 1;
  const cut = (range: CellRange): CellRange | undefined =>
    range.firstColumn >= limit
      ? undefined
      : { ...range, lastColumn: Math.min(range.lastColumn, limit - 1) };
  const limited = (element: XmlElement, name: 'ref' | 'sqref'): XmlEdit[] => {
    const ranges = (attributeOf(tail, element, name) ?? '').trim().split(/\s+/).map(parseRange);
    if (ranges.some((range) => range === undefined)) return [];
    const left = ranges.flatMap((range) => (range && cut(range)) ?? []);
    return left.length === 0
      ? [removal(element)]
      : attributeEdits(tail, element, { [name]: left.map((range) => rangeName(range)).join(' ') });
  };
  const edits = elementsBetween(tail, from, tail.length).flatMap((element): XmlEdit[] => {
    switch (element.local) {
      case 'autoFilter':
        return limited(element, 'ref');
      case 'conditionalFormatting':
        return limited(element, 'sqref');
      case 'mergeCells':
      case 'hyperlinks':
        return wholeOr(tail, element, (child) => limited(child, 'ref'));
      case 'dataValidations':
        return wholeOr(tail, element, (child) => limited(child, 'sqref'));
      // Excel's extensions are ours here: bars of the added columns.
      case 'extLst':
        return [removal(element)];
      default:
        return [];
    }
  });
  return applyEdits(tail, edits);
}

/** The edits of a list's children; where all of them go, the list goes. */
function wholeOr(xml: string, list: XmlElement, edit: (child: XmlElement) => XmlEdit[]): XmlEdit[] {
  const children = childElements(xml, list);
  const edits = children.map(edit);
  const isGone = (i: number): boolean => {
    const child = children[i];
    const [first] = edits[i] ?? [];
    return child !== undefined && first?.start === child.start && first.end === child.end;
  };
  const left = children.filter((_, i) => !isGone(i)).length;
  if (left === 0) return [removal(list)];
  const count =
    attributeOf(xml, list, 'count') === undefined
      ? []
      : attributeEdits(xml, list, { count: String(left) });
  return [...edits.flat(), ...count];
}
