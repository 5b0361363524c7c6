import type { CellRange } from '../../core';
import type { AddedColumn, LedgerPlan, WorkbookPlan } from '../sheetPlan';
import { WorkbookFailure } from '../workbookFailure';
import { addConditions } from './addConditions';
import { addressOf, columnArea } from './addresses';
import { listTables, showAll } from './bringBack';
import { editColumn } from './editColumn';
import { freezeFormulas } from './freezeFormulas';
import { refused } from './hostFailure';
import { orderRows } from './orderRows';
import { permuteValues } from './permuteValues';
import { usedArea } from './readSheet';
import type { Session } from './session';
import { WPS, type WpsListObject, type WpsSheet } from './wpsTypes';
import { writeBlock } from './writeBlock';

export interface LedgerEdit {
  readonly sheet: WpsSheet;
  readonly plan: LedgerPlan;
  readonly whole: WorkbookPlan;
  readonly date1904: boolean;
}

/** Edits a ledger sheet in place: rows in their new order, others gone, cells cleaned, columns added. */
export async function editLedger(session: Session, edit: LedgerEdit): Promise<void> {
  const { sheet, plan } = edit;
  const used = usedArea(sheet);
  const firstRow = plan.headerRow + 1;
  const lastRow = Math.max(used.lastRow, plan.headerRow);
  const lastAdded = plan.firstAddedColumn + plan.added.length - 1;
  const data: CellRange = {
    firstRow,
    lastRow,
    firstColumn: 0,
    lastColumn: Math.max(used.lastColumn, lastAdded),
  };
  if (plan.order.some((row) => row > lastRow || row < firstRow)) {
    throw new WorkbookFailure('workbook.changed', { sheet: plan.sheetName });
  }
  const filter = takeFilter(sheet);
  const tables = takeTables(sheet, data);
  if (lastRow >= firstRow) {
    await arrangeRows(session, sheet, data, plan);
    for (const column of plan.edits) await editColumn(session, sheet, column, firstRow);
  }
  const lastKept = plan.headerRow + plan.order.length;
  widenColumns(sheet, plan);
  await addColumns(session, edit, Math.max(lastRow, lastKept));
  addConditions(sheet, plan.conditionalFormats ?? []);
  putTables(sheet, tables, lastKept);
  if (filter !== undefined && tables.length === 0) {
    const lastColumn = Math.max(filter.lastColumn, lastAdded);
    sheet.Range(addressOf({ ...filter, lastRow: lastKept, lastColumn })).AutoFilter();
  }
}

/** Gives columns the room that cleaned cells need; hidden ones have no width and keep it. */
function widenColumns(sheet: WpsSheet, { leastWidths }: LedgerPlan): void {
  for (const [column, least] of leastWidths ?? []) {
    const range = sheet.Range(addressOf(columnArea(column, 0, 0)));
    const width = range.ColumnWidth;
    if (width > 0 && width < least) range.ColumnWidth = least;
  }
}

/** Shows what a filter hides and takes the filter off; where it was, if it lay over the data. */
function takeFilter(sheet: WpsSheet): CellRange | undefined {
  showAll(sheet);
  if (!sheet.AutoFilterMode) return undefined;
  const range = sheet.AutoFilter?.Range;
  const area = range && {
    firstRow: range.Row - 1,
    firstColumn: range.Column - 1,
    lastRow: range.Row + range.Rows.Count - 2,
    lastColumn: range.Column + range.Columns.Count - 2,
  };
  sheet.AutoFilterMode = false;
  return area;
}

interface TakenTable {
  readonly name: string;
  readonly style: string;
  readonly area: CellRange;
}

/** Tables over the data are taken off while rows move: half a table cannot be sorted. */
function takeTables(sheet: WpsSheet, data: CellRange): TakenTable[] {
  return listTables(sheet).flatMap((table): TakenTable[] => {
    const area = areaOf(table);
    if (area.lastRow < data.firstRow) return [];
    const taken = { name: table.Name, style: table.TableStyle, area };
    table.Unlist();
    return [taken];
  });
}

function areaOf({ Range }: WpsListObject): CellRange {
  const firstRow = Range.Row - 1;
  const firstColumn = Range.Column - 1;
  return {
    firstRow,
    firstColumn,
    lastRow: firstRow + Range.Rows.Count - 1,
    lastColumn: firstColumn + Range.Columns.Count - 1,
  };
}

/** Back over the rows that stayed; one that did not begin at the header has lost its rows. */
function putTables(sheet: WpsSheet, tables: readonly TakenTable[], lastKept: number): void {
  for (const { name, style, area } of tables) {
    if (area.firstRow >= lastKept) continue;
    const range = sheet.Range(addressOf({ ...area, lastRow: lastKept }));
    const table = sheet.ListObjects?.Add(WPS.sourceRange, range, undefined, WPS.yes);
    if (table === undefined) continue;
    table.Name = name;
    table.TableStyle = style;
  }
}

async function arrangeRows(
  session: Session,
  sheet: WpsSheet,
  data: CellRange,
  plan: LedgerPlan,
): Promise<void> {
  const range = sheet.Range(addressOf(data));
  if (range.MergeCells !== false) range.UnMerge();
  const rows = range.EntireRow;
  if (rows.Hidden !== false) rows.Hidden = false;
  await freezeFormulas(session, sheet, data);
  const places = newPlaces(plan, data.lastRow - data.firstRow + 1);
  if (!(await orderRows(session, sheet, data, places))) {
    await permuteValues(session, sheet, data, places);
  }
  const firstGone = data.firstRow + plan.order.length;
  if (firstGone <= data.lastRow) {
    sheet.Range(addressOf({ ...data, firstRow: firstGone })).Clear();
  }
}

/** Where each data row goes: kept ones in their order, then the others. */
function newPlaces({ headerRow, order }: LedgerPlan, count: number): Uint32Array {
  const places = new Uint32Array(count).fill(count);
  order.forEach((source, place) => {
    places[source - headerRow - 1] = place;
  });
  let next = order.length;
  return places.map((place) => (place === count ? next++ : place));
}

async function addColumns(
  session: Session,
  { sheet, plan, whole, date1904 }: LedgerEdit,
  lastUsed: number,
): Promise<void> {
  const { added, headerRow, firstAddedColumn: first, order } = plan;
  if (added.length === 0) return;
  const last = first + added.length - 1;
  const header = { firstRow: headerRow, lastRow: headerRow, firstColumn: first, lastColumn: last };
  sheet.Range(addressOf({ ...header, lastRow: lastUsed })).Clear();
  const headers = sheet.Range(addressOf(header));
  if (first > 0) {
    sheet.Range(addressOf(columnArea(first - 1, headerRow, headerRow))).Copy(headers);
  }
  headers.Value2 = [added.map((column) => column.header)];
  await writeBlock(session, sheet, {
    block: {
      kind: 'columns',
      row: headerRow + 1,
      column: first,
      rowCount: order.length,
      columns: added.map(({ column }) => column),
    },
    styles: whole.styles,
    date1904,
  });
  for (const [at, { width }] of added.entries()) {
    const letter = addressOf(columnArea(first + at, 0, 1_048_575));
    sheet.Range(letter).ColumnWidth = width;
  }
  requireLastRow(sheet, plan, added);
}

/** WPS may answer nothing instead of refusing: what was written last must be there. */
function requireLastRow(sheet: WpsSheet, plan: LedgerPlan, added: readonly AddedColumn[]): void {
  const at = plan.order.length - 1;
  const text = added.findIndex(({ column }) => column.kind === 'text');
  const column = added[text]?.column;
  if (at < 0 || column?.kind !== 'text') return;
  const { values } = column;
  const wanted = typeof values === 'function' ? values(at) : (values[at] ?? '');
  const row = plan.headerRow + 1 + at;
  const found = sheet.Range(addressOf(columnArea(plan.firstAddedColumn + text, row, row))).Value2;
  if ((found ?? '') !== wanted) throw refused('Range.Value2');
}
