import { findLayouts, NO_DAY, type RawSheet, type RawWorkbook, type SheetLayout } from '../../core';
import { findAddedColumn, type ReportWords } from '../../report';

/** A ledger sheet and the untouched copy that an earlier run made of it. */
export interface LedgerPair {
  readonly sheetIndex: number;
  readonly ledger: RawSheet;
  readonly copy: RawSheet;
  readonly layout: SheetLayout;
  /** 0-based first data row of the ledger and of the copy. */
  readonly firstRow: number;
  readonly copyFirstRow: number;
  /** The copy's column per ledger column, -1 for one that the user inserted; ours are left out. */
  readonly copyColumns: readonly number[];
}

type Mappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The ledger sheets that may still hold what their copies were made of: the same columns, also where
 * the user moved, inserted or renamed some, and no other data date. Their rows are not compared yet.
 */
export function pairLedgers(
  workbook: RawWorkbook,
  mappings: Mappings,
  words: Pick<ReportWords, 'ledgerHeaders'>,
): readonly LedgerPair[] {
  const copies = workbook.sheets.filter(
    ({ mark, copyOf }) => mark === 'original' && copyOf !== undefined,
  );
  if (copies.length === 0) return [];
  const { layouts } = findLayouts(workbook, mappings);
  const { layouts: copyLayouts } = findLayouts(
    { name: workbook.name, sheets: copies.map(asLedger) },
    mappings,
  );
  return layouts.flatMap((layout): LedgerPair[] => {
    const ledger = workbook.sheets[layout.sheetIndex];
    const at = copies.findIndex(({ copyOf }) => copyOf === layout.name);
    const [copy, copyLayout] = [copies[at], copyLayouts[at]];
    if (layout.role !== 'ledger' || copyLayout?.role !== 'ledger') return [];
    if (ledger === undefined || copy?.texts !== ledger.texts) return [];
    if (isOtherDay(layout, copyLayout)) return [];
    const end = findAddedColumn(layout, words) ?? ledger.columns.length;
    const copyColumns = alignColumns(layout.headers.slice(0, end), copyLayout.headers);
    const hasAll = Object.values(copyLayout.columns).every((columns) =>
      columns.every((column) => copyColumns.includes(column)),
    );
    if (!hasAll) return [];
    const firstRow = layout.headerRow + layout.headerRows;
    const copyFirstRow = copyLayout.headerRow + copyLayout.headerRows;
    const { sheetIndex } = layout;
    return [{ sheetIndex, ledger, copy, layout, firstRow, copyFirstRow, copyColumns }];
  });
}

/** A copy as the sheet that it was. */
function asLedger({ name, copyOf, ...sheet }: RawSheet): RawSheet {
  const { rowCount, columns, texts, merges, date1904 } = sheet;
  return { name: copyOf ?? name, hidden: false, rowCount, columns, texts, merges, date1904 };
}

function isOtherDay(ledger: SheetLayout, copy: SheetLayout): boolean {
  return (
    ledger.dataDate !== NO_DAY && copy.dataDate !== NO_DAY && ledger.dataDate !== copy.dataDate
  );
}

/** Equal headers in their order; what then has no partner goes by its place. */
function alignColumns(headers: readonly string[], copyHeaders: readonly string[]): number[] {
  const free = new Map<string, number[]>();
  copyHeaders.forEach((header, column) => {
    free.set(header, [...(free.get(header) ?? []), column]);
  });
  const aligned = headers.map((header) => free.get(header)?.shift() ?? -1);
  const rest = new Set([...free.values()].flat());
  return aligned.map((column, index) => {
    if (column >= 0 || !rest.has(index)) return column;
    rest.delete(index);
    return index;
  });
}
