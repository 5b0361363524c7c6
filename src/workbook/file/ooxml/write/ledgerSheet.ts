/** A ledger sheet with its plan applied, streamed. */
import type { LedgerPlan } from '../../../sheetPlan';
import type { ScannedSheet } from '../scannedSheet';
import { headerRowWithAdded, ledgerHead } from './ledgerHead';
import { withConditions, withoutAddedConditions } from './ledgerConditions';
import { createDataRowWriter, createSourceRowWriter } from './ledgerRows';
import { ledgerTail } from './ledgerTail';
import { rowChunks } from './rowChunks';
import type { SheetPiece } from './writeProgress';
import type { CellContext } from './planCells';
import type { RowMap } from './rowMap';
import { declareUtf8 } from './vocabulary';
import { createCellPen } from './cellPen';
import { markupChunks, putMarkup, writtenText } from './xmlOutput';

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
export function* ledgerSheetXml(ledger: LedgerSheet): Generator<SheetPiece, void, undefined> {
  const { sheet, plan, context } = ledger;
  const pen = createCellPen(context.prefix);
  const { out } = pen;
  putMarkup(out, declareUtf8(ledgerHead(sheet, plan, ledger.keepSelected)));
  for (let row = 0; row <= plan.headerRow; row++) {
    const markup = sheet.leadingRows.get(row) ?? sourceRow(sheet, row, context);
    const isHeader = row === plan.headerRow;
    putMarkup(out, isHeader ? headerRowWithAdded(markup, sheet, plan, context) : markup);
  }
  yield* rowChunks(pen, plan.order.length, createDataRowWriter(sheet, plan, context));
  const kept = ledgerTail(withoutAddedConditions(sheet.tail, plan), ledger);
  const tail = withConditions(kept, plan, context);
  for (const chunk of markupChunks(out, tail)) yield { chunk, rows: 0 };
}

/** A row above the data whose markup was not kept. */
function sourceRow(sheet: ScannedSheet, row: number, context: CellContext): string {
  const pen = createCellPen(context.prefix);
  createSourceRowWriter(sheet, row, context)(pen, 0);
  return writtenText(pen.out);
}
