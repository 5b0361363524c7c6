/** What stands after the rows of a ledger sheet and is bound to rows or ranges of it. */
import type { LedgerPlan } from '../../../sheetPlan';
import { formulaEdits, listEdits } from './boundEdits';
import { parseRange, rangeName } from './cellReference';
import { extensionEdits } from './extensionEdits';
import { mapSqref, type RowMap } from './rowMap';
import { applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import {
  attributeOf,
  childElements,
  elementsBetween,
  findElements,
  type XmlElement,
} from './xmlTags';

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
