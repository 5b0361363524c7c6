/** The worksheet part of an untouched copy, streamed. */
import type { ScannedSheet } from '../scannedSheet';
import { ledgerSheetXml } from './ledgerSheet';
import { limitTail, originalHead, originalTail, referencePrefix } from './originalFrame';
import type { CellContext } from './planCells';
import { createRowMap } from './rowMap';
import { rowBytes } from './rowBytes';
import { declareUtf8 } from './vocabulary';

export interface OriginalSheet {
  readonly sheet: ScannedSheet;
  readonly context: CellContext;
  /** The sheet's part as UTF-8; undefined where the sheet is in no part yet. */
  readonly source: (() => AsyncIterable<Uint8Array>) | undefined;
  /** First column that is not copied. */
  readonly columnLimit: number | undefined;
  /** Relationship id of the drawing of its comments. */
  readonly notesId: string | undefined;
}

/** Whether nothing of the sheet's part has to differ in its copy. */
export function isCopiedWhole(original: OriginalSheet): boolean {
  const { sheet, source, columnLimit } = original;
  if (source === undefined || columnLimit !== undefined) return false;
  const { head, tail } = frameOf(original);
  return declareUtf8(head) === sheet.head && tail === sheet.tail;
}

/** The part's XML in chunks: the rows of the source byte for byte. */
export async function* originalSheetXml(original: OriginalSheet): AsyncGenerator<Uint8Array> {
  const { sheet, source, columnLimit } = original;
  const { head, tail } = frameOf(original);
  if (source !== undefined && columnLimit === undefined) {
    yield* framed(source(), sheet, { head, tail });
    return;
  }
  const limit = Math.min(columnLimit ?? Infinity, sheet.columns.length);
  yield* rewritten(
    {
      ...sheet,
      head,
      tail: columnLimit === undefined ? tail : limitTail(tail, columnLimit),
      columns: sheet.columns.slice(0, limit),
    },
    original.context,
  );
}

function frameOf({ sheet, notesId }: OriginalSheet): { head: string; tail: string } {
  const prefix = referencePrefix(sheet.head);
  return {
    head: originalHead(sheet.head),
    tail: originalTail(sheet.tail, { prefix, notesId }),
  };
}

/** The bytes between the head and the tail as they are, with another head and tail. */
export async function* framed(
  source: AsyncIterable<Uint8Array>,
  sheet: Pick<ScannedSheet, 'tail' | 'partPath'>,
  frame: { readonly head: string; readonly tail: string },
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(declareUtf8(frame.head));
  yield* rowBytes(source, sheet);
  yield encoder.encode(frame.tail);
}

/** Every row at its place, written from its values. */
function* rewritten(sheet: ScannedSheet, context: CellContext): Generator<Uint8Array> {
  const plan = {
    sheetName: sheet.name,
    headerRow: -1,
    order: Uint32Array.from({ length: sheet.rowCount }, (_, row) => row),
    edits: [],
    firstAddedColumn: sheet.columns.length,
    added: [],
  };
  const map = createRowMap(plan, sheet.rowCount);
  const pieces = ledgerSheetXml({
    sheet,
    plan,
    map,
    context,
    droppedTables: new Set(),
    keepSelected: false,
  });
  for (const { chunk } of pieces) yield chunk;
}
