/** What stands after the rows of a ledger sheet and is bound to rows or ranges of it. */
import { shiftFormulaRows, mapFormulaRows } from './formulaRows';
import type { LedgerPlan } from '../../../sheetPlan';
import { parseRange, rangeName } from './cellReference';
import { mapSqref, type RowMap } from './rowMap';
import { applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  elementsBetween,
  findElements,
  textOf,
  type XmlElement,
} from './xmlTags';
import { escapeText } from './xmlText';

export interface TailOptions {
  readonly plan: LedgerPlan;
  readonly map: RowMap;
  /** Relationship ids of tables that lie across the data and cannot stay tables. */
  readonly droppedTables: ReadonlySet<string>;
}

/**
 * The tail with filters, merged cells, conditional formats, validations, hyperlinks, protected
 * ranges, page breaks and sparklines where the rows now are. The rest is as it was.
 */
export function ledgerTail(tail: string, options: TailOptions): string {
  const from = tail.indexOf('>') + 1;
  const edits = elementsBetween(tail, from, tail.length).flatMap((element) =>
    tailEdits(tail, element, options),
  );
  return applyEdits(tail, edits);
}

function tailEdits(tail: string, element: XmlElement, options: TailOptions): XmlEdit[] {
  const { plan, map } = options;
  switch (element.local) {
    case 'autoFilter':
      return filterEdits(tail, element, plan, map);
    case 'sortState':
      return [removal(element)];
    case 'mergeCells':
      return listEdits(tail, element, (child) => mergeEdits(tail, child, map));
    case 'conditionalFormatting':
      return orRemoval(element, formulaOwnerEdits(tail, element, map, ['formula']));
    case 'dataValidations':
      return listEdits(tail, element, (child) =>
        formulaOwnerEdits(tail, child, map, ['formula1', 'formula2']),
      );
    case 'protectedRanges':
      return listEdits(tail, element, (child) => formulaOwnerEdits(tail, child, map, []));
    case 'hyperlinks':
      return listEdits(tail, element, (child) => hyperlinkEdits(tail, child, map));
    case 'rowBreaks':
      return breakEdits(tail, element, map);
    case 'tableParts':
      return listEdits(tail, element, (child) =>
        options.droppedTables.has(attributeOf(tail, child, 'id') ?? '') ? 'gone' : [],
      );
    case 'extLst':
      return extensionEdits(tail, element, map);
    default:
      return [];
  }
}

function orRemoval(element: XmlElement, edits: XmlEdit[] | 'gone'): XmlEdit[] {
  return edits === 'gone' ? [removal(element)] : edits;
}

/** Edits of the children of a list; the list goes with its last child, its count is kept true. */
function listEdits(
  xml: string,
  list: XmlElement,
  edit: (child: XmlElement) => XmlEdit[] | 'gone',
): XmlEdit[] {
  const children = childElements(xml, list);
  const edits: XmlEdit[] = [];
  let left = 0;
  for (const child of children) {
    const change = edit(child);
    if (change === 'gone') {
      edits.push(removal(child));
      continue;
    }
    left++;
    edits.push(...change);
  }
  if (left === 0 && children.length > 0) return [removal(list)];
  if (left < children.length && attributeOf(xml, list, 'count') !== undefined) {
    edits.push(...attributeEdits(xml, list, { count: String(left) }));
  }
  return edits;
}

/** The filter stays over all data and the added columns; what it selected is forgotten. */
function filterEdits(xml: string, filter: XmlElement, plan: LedgerPlan, map: RowMap): XmlEdit[] {
  const range = parseRange(attributeOf(xml, filter, 'ref') ?? '');
  const edits = childElements(xml, filter).map(removal);
  if (range === undefined || range.lastRow < map.headerRow) return edits;
  const ref = rangeName(filterRange(range, plan, map));
  return [...edits, ...attributeEdits(xml, filter, { ref })];
}

/** Where a filter over the ledger reaches after the edit. */
export function filterRange(
  range: { readonly firstRow: number; readonly firstColumn: number; readonly lastColumn: number },
  plan: LedgerPlan,
  map: RowMap,
) {
  return {
    firstRow: Math.min(range.firstRow, map.headerRow),
    lastRow: map.lastDataRow,
    firstColumn: range.firstColumn,
    lastColumn: Math.max(range.lastColumn, plan.firstAddedColumn + plan.added.length - 1),
  };
}

function mergeEdits(xml: string, merge: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const range = parseRange(attributeOf(xml, merge, 'ref') ?? '');
  if (range === undefined || range.lastRow <= map.headerRow) return [];
  // Rows that were merged no longer lie beside each other.
  if (range.firstRow !== range.lastRow) return 'gone';
  const row = map.rowOf(range.firstRow);
  if (row < 0) return 'gone';
  return attributeEdits(xml, merge, {
    ref: rangeName({ ...range, firstRow: row, lastRow: row }),
  });
}

/** An element with an `sqref` and formulas relative to its upper left cell. */
function formulaOwnerEdits(
  xml: string,
  owner: XmlElement,
  map: RowMap,
  formulas: readonly string[],
): XmlEdit[] | 'gone' {
  const mapped = mapSqref(map, attributeOf(xml, owner, 'sqref') ?? '');
  if (mapped === undefined) return 'gone';
  const edits = attributeEdits(xml, owner, { sqref: mapped.sqref });
  for (const local of formulas) {
    for (const formula of findElements(xml, local, owner.tagEnd, owner.contentEnd)) {
      edits.push(...formulaEdits(xml, formula, mapped.shift));
    }
  }
  return edits;
}

function formulaEdits(xml: string, formula: XmlElement, shift: number): XmlEdit[] {
  if (shift === 0) return [];
  return contentEdits(xml, formula, (text) => shiftFormulaRows(text, shift));
}

function contentEdits(
  xml: string,
  element: XmlElement,
  change: (text: string) => string,
): XmlEdit[] {
  const text = textOf(xml, element);
  const changed = change(text);
  if (changed === text) return [];
  return [{ start: element.tagEnd, end: element.contentEnd, text: escapeText(changed) }];
}

function hyperlinkEdits(xml: string, link: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const range = parseRange(attributeOf(xml, link, 'ref') ?? '');
  if (range === undefined) return [];
  const ranges = map.mapRange(range);
  const first = ranges[0];
  if (first === undefined) return 'gone';
  if (ranges.length === 1) return attributeEdits(xml, link, { ref: rangeName(first) });
  const source = xml.slice(link.start, link.end);
  const copies = ranges.map((item) => {
    const copy = elementsBetween(source, 0, source.length)[0];
    const edits = copy === undefined ? [] : attributeEdits(source, copy, { ref: rangeName(item) });
    return applyEdits(source, edits);
  });
  return [{ start: link.start, end: link.end, text: copies.join('') }];
}

/**
 * Page breaks stay at their place on the paper, because the rows they followed are spread; those
 * below the data go.
 */
function breakEdits(xml: string, breaks: XmlElement, map: RowMap): XmlEdit[] {
  const children = childElements(xml, breaks);
  const gone = children.filter((child) => Number(attributeOf(xml, child, 'id')) > map.lastDataRow);
  if (gone.length === 0) return [];
  if (gone.length === children.length) return [removal(breaks)];
  const left = children.filter((child) => !gone.includes(child));
  const manual = left.filter((child) => attributeOf(xml, child, 'man') === '1').length;
  return [
    ...gone.map(removal),
    ...attributeEdits(xml, breaks, {
      count: String(left.length),
      ...(attributeOf(xml, breaks, 'manualBreakCount') === undefined
        ? {}
        : { manualBreakCount: String(manual) }),
    }),
  ];
}

/** Lists of Excel's extensions whose items hold an `xm:sqref`, and where their formulas are. */
const EXTENSION_ITEMS = new Set(['conditionalFormatting', 'dataValidation', 'protectedRange']);

function extensionEdits(xml: string, extensions: XmlElement, map: RowMap): XmlEdit[] {
  return listEdits(xml, extensions, (extension) => {
    const edits: XmlEdit[] = [];
    for (const content of childElements(xml, extension)) {
      const change = extensionContentEdits(xml, content, map);
      if (change === 'gone') return 'gone';
      edits.push(...change);
    }
    return edits;
  });
}

function extensionContentEdits(xml: string, content: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const edits: XmlEdit[] = [];
  const children = childElements(xml, content);
  let left = 0;
  for (const child of children) {
    const change = EXTENSION_ITEMS.has(child.local)
      ? extensionItemEdits(xml, child, map)
      : child.local === 'sparklineGroup'
        ? sparklineEdits(xml, child, map)
        : [];
    if (change !== 'gone') left++;
    edits.push(...(change === 'gone' ? [removal(child)] : change));
  }
  // An extension whose list is empty is not valid.
  if (left === 0 && children.length > 0) return 'gone';
  if (left < children.length && attributeOf(xml, content, 'count') !== undefined) {
    edits.push(...attributeEdits(xml, content, { count: String(left) }));
  }
  return edits;
}

function extensionItemEdits(xml: string, item: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const sqref = findElements(xml, 'sqref', item.tagEnd, item.contentEnd)[0];
  if (sqref === undefined) return [];
  const mapped = mapSqref(map, textOf(xml, sqref));
  if (mapped === undefined) return 'gone';
  const edits = contentEdits(xml, sqref, () => mapped.sqref);
  for (const formula of findElements(xml, 'f', item.tagEnd, item.contentEnd)) {
    edits.push(...formulaEdits(xml, formula, mapped.shift));
  }
  return edits;
}

/** A sparkline travels with the row it stands in, and so do the cells of that row it draws. */
function sparklineEdits(xml: string, group: XmlElement, map: RowMap): XmlEdit[] | 'gone' {
  const list = childElements(xml, group).find((child) => child.local === 'sparklines');
  if (list === undefined) return [];
  const edits: XmlEdit[] = [];
  let left = 0;
  for (const sparkline of childElements(xml, list)) {
    const sqref = findElements(xml, 'sqref', sparkline.tagEnd, sparkline.contentEnd)[0];
    const place = sqref === undefined ? undefined : parseRange(textOf(xml, sqref).trim());
    const row = place === undefined ? -1 : map.rowOf(place.firstRow);
    if (sqref === undefined || place === undefined || row < 0) {
      edits.push(removal(sparkline));
      continue;
    }
    left++;
    const moved = rangeName({ ...place, firstRow: row, lastRow: row });
    edits.push(...contentEdits(xml, sqref, () => moved));
    for (const formula of findElements(xml, 'f', sparkline.tagEnd, sparkline.contentEnd)) {
      const follow = (old: number): number => (old === place.firstRow ? row : old);
      edits.push(...contentEdits(xml, formula, (text) => mapFormulaRows(text, follow)));
    }
  }
  return left === 0 ? 'gone' : edits;
}
