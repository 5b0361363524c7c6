/** A ledger sheet with its plan applied, streamed. */
import type { LedgerPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import { headerRowWithAdded, ledgerHead } from './ledgerHead';
import {
  createDataRowWriter,
  createSourceRowWriter,
  rowChunks,
  type RowWriter,
} from './ledgerRows';
import { ledgerTail } from './ledgerTail';
import type { CellContext } from './planCells';
import type { RowMap } from './rowMap';
import { declareUtf8 } from './vocabulary';
import { createCellPen } from './cellPen';
import { putMarkup, writtenText } from './xmlOutput';

export interface LedgerSheet {
  readonly sheet: ScannedSheet;
  readonly plan: LedgerPlan;
  readonly map: RowMap;
  readonly context: CellContext;
  /** Relationship ids of tables that cannot stay. */
  readonly droppedTables: ReadonlySet<string>;
  /** Whether the tab may stay selected. */
  readonly keepSelected: boolean;
}

/** The part's XML in chunks, each with the number of data rows it completes. */
export async function* ledgerSheetXml(
  ledger: LedgerSheet,
): AsyncGenerator<{ readonly chunk: Uint8Array; readonly rows: number }, void, undefined> {
  const { sheet, plan, context } = ledger;
  const pen = createCellPen(context.prefix);
  const { out } = pen;
  putMarkup(out, declareUtf8(ledgerHead(sheet, plan, ledger.keepSelected)));
  const putSource = createSourceRowWriter(sheet, plan.headerRow, context);
  for (let row = 0; row <= plan.headerRow; row++) {
    const markup = sheet.leadingRows.get(row) ?? sourceRow(putSource, row, context.prefix);
    const isHeader = row === plan.headerRow;
    putMarkup(out, isHeader ? headerRowWithAdded(markup, sheet, plan, context) : markup);
  }
  yield* rowChunks(pen, plan.order.length, createDataRowWriter(sheet, plan, context));
  putMarkup(out, ledgerTail(sheet.tail, ledger));
  yield { chunk: out.bytes.subarray(0, out.length), rows: 0 };
}

/** A row above the data whose markup was not kept. */
function sourceRow(put: RowWriter, row: number, prefix: string): string {
  const pen = createCellPen(prefix);
  put(pen, row);
  return writtenText(pen.out);
}
