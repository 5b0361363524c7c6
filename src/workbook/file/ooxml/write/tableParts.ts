/** Tables: new ones of ours, and those of the user that lie over a ledger. */
import type { LedgerPlan, TablePlan } from '../../../sheetPlan';
import { parseRange, rangeName } from './cellReference';
import type { RowMap } from './rowMap';
import { XML_DECLARATION, type Vocabulary } from './vocabulary';
import { applyEdits, attributeEdits, removal, type XmlEdit } from './xmlEdits';
import { attributeOf, childElements, rootElement } from './xmlTags';
import { escapeAttribute, toXstring } from './xmlText';

/** A table of a plan as it is written: its names valid and unique, at least one data row. */
export interface NewTable {
  readonly id: number;
  readonly name: string;
  readonly range: TablePlan['range'];
  readonly columnNames: readonly string[];
}

/** `taken` holds the names in use, in lower case, and gets the new one. */
export function nameTable(plan: TablePlan, id: number, taken: Set<string>): NewTable {
  let name = plan.name;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plan.name}${String(n)}`;
  taken.add(name.toLowerCase());
  const { range } = plan;
  return {
    id,
    name,
    range: { ...range, lastRow: Math.max(range.lastRow, range.firstRow + 1) },
    columnNames: columnNames(plan),
  };
}

/** A table's header cells must be texts, none empty, none twice. */
function columnNames(plan: TablePlan): string[] {
  const taken = new Set<string>();
  const count = plan.range.lastColumn - plan.range.firstColumn + 1;
  return Array.from({ length: count }, (_, i) => {
    const wanted = plan.columnNames[i]?.slice(0, 250) ?? '';
    const base = wanted === '' ? `Column${String(i + 1)}` : wanted;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${String(n)}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The part of a new table. */
export function tableXml(table: NewTable, vocabulary: Vocabulary): string {
  const ref = rangeName(table.range);
  const columns = table.columnNames
    .map((name, i) => `<tableColumn id="${String(i + 1)}" name="${columnAttribute(name)}"/>`)
    .join('');
  return (
    `${XML_DECLARATION}<table xmlns="${vocabulary.main}" id="${String(table.id)}"` +
    ` name="${table.name}" displayName="${table.name}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/>` +
    `<tableColumns count="${String(table.columnNames.length)}">${columns}</tableColumns>` +
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0"' +
    ' showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/** Excel compares a column's name with its header cell; a line break is written its own way. */
export function columnAttribute(name: string): string {
  return escapeAttribute(toXstring(name).replaceAll('\n', '_x000a_').replaceAll('\t', '_x0009_'));
}

/** What a table part says of itself. */
export interface TableFacts {
  readonly id: number;
  readonly names: readonly string[];
  /** What it covers, its row of totals included. */
  readonly ref: string;
  readonly totalsRows: number;
}

export function tableFacts(xml: string): TableFacts {
  const root = rootElement(xml);
  if (root === undefined) return { id: 0, names: [], ref: '', totalsRows: 0 };
  const names = [attributeOf(xml, root, 'name'), attributeOf(xml, root, 'displayName')];
  return {
    id: Number(attributeOf(xml, root, 'id') ?? 0),
    names: names.filter((name) => name !== undefined),
    ref: attributeOf(xml, root, 'ref') ?? '',
    totalsRows: Number(attributeOf(xml, root, 'totalsRowCount') ?? 0),
  };
}

function withoutTotals(ref: string, totals: number): string {
  const range = parseRange(ref);
  return range === undefined ? ref : rangeName({ ...range, lastRow: range.lastRow - totals });
}

/**
 * A user's table over a ledger, its range and filter over the rows that stayed. The row of totals is
 * set aside, what it computes stays with the table: Excel shows it again by one click. Calculated
 * columns go on computing in rows that are added. `dropped` where the table's header lies among the
 * data: sorting has scattered it.
 */
export function mapLedgerTable(
  xml: string,
  plan: LedgerPlan,
  map: RowMap,
): { readonly xml: string } | 'dropped' {
  const root = rootElement(xml);
  const range = root === undefined ? undefined : parseRange(attributeOf(xml, root, 'ref') ?? '');
  if (root === undefined || range === undefined || range.lastRow <= map.headerRow) return { xml };
  if (range.firstRow > map.headerRow) return 'dropped';
  const ref = rangeName({ ...range, lastRow: map.lastDataRow });
  const edits = [
    ...attributeEdits(xml, root, { ref, totalsRowCount: undefined }),
    ...childElements(xml, root).flatMap((child): XmlEdit[] => {
      switch (child.local) {
        case 'autoFilter':
          return [
            ...attributeEdits(xml, child, { ref }),
            ...childElements(xml, child).map(removal),
          ];
        case 'sortState':
          return [removal(child)];
        case 'tableColumns':
          return childElements(xml, child).flatMap((column, i) => {
            const name = addedHeader(plan, range.firstColumn + i);
            return name === undefined ? [] : attributeEdits(xml, column, { name });
          });
        default:
          return [];
      }
    }),
  ];
  return { xml: applyEdits(xml, edits) };
}

/** What a table covered before the first run. */
export interface KnownTable extends Pick<TableFacts, 'ref' | 'totalsRows'> {
  readonly name: string;
}

/** A user's table over the area that it covered before the first run, where that is known. */
export function restoreTable(xml: string, known: readonly KnownTable[]): string {
  const root = rootElement(xml);
  if (root === undefined) return xml;
  const names = tableFacts(xml).names.map((name) => name.toLowerCase());
  const table = known.find(({ name }) => names.includes(name.toLowerCase()));
  if (table === undefined) return xml;
  const { ref, totalsRows } = table;
  const filters = childElements(xml, root).filter(({ local }) => local === 'autoFilter');
  return applyEdits(xml, [
    ...attributeEdits(xml, root, {
      ref,
      totalsRowCount: totalsRows === 0 ? undefined : String(totalsRows),
    }),
    ...filters.flatMap((filter) =>
      attributeEdits(xml, filter, { ref: withoutTotals(ref, totalsRows) }),
    ),
  ]);
}

function addedHeader(plan: LedgerPlan, column: number): string | undefined {
  return plan.added[column - plan.firstAddedColumn]?.header;
}
