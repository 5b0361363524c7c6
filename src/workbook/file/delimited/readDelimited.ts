import { CellKind, type RawSheet, type RawWorkbook } from '../../../core';
import {
  createColumnBuilder,
  createTextInterner,
  MAX_COLUMNS,
  MAX_ROWS,
} from '../../columnBuilder';
import type { OperationOptions } from '../../workbook';
import { WorkbookFailure } from '../../workbookFailure';
import type { ByteSource } from '../bytes';
import { sheetNameFromFile } from '../sheetName';
import { createByteTextColumn, createByteTextTable, type ByteTextColumn } from './byteTexts';
import { detectDelimiter } from './detectDelimiter';
import { createFieldScanner, type FieldSink } from './fieldScanner';
import { openSearchableText } from './searchableBytes';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const EQUALS = 0x3d;

/** A constant of this module's own: looked up once per cell. */
const TEXT = CellKind.text;

/**
 * The one sheet of a delimited text (CSV, TSV and the like). Every cell is text: the core reads
 * numbers and dates. Rows are numbered as Excel shows them; a `sep=` line is not a row. The text is
 * read in chunks and kept as bytes, so that its size is not bound by the longest string.
 *
 * @throws WorkbookFailure `workbook.tooManyRows`, `operation.cancelled`.
 */
export async function readDelimited(
  source: ByteSource,
  name: string,
  options: OperationOptions = {},
): Promise<RawWorkbook> {
  const text = await openSearchableText(source);
  const { delimiter, skip } = detectDelimiter(text.head);
  const { encoding, chunks } = text.open(delimiter);
  const cells = createTextCells(expectedRows(text.head, source.size));
  const scanner = createFieldScanner(delimiter, cells);
  let toSkip = skip;
  for await (const { bytes, done, isLast } of chunks) {
    if (options.signal?.aborted === true) throw new WorkbookFailure('operation.cancelled');
    scanner.push(bytes.subarray(toSkip), isLast);
    toSkip = Math.max(0, toSkip - bytes.length);
    options.onProgress?.({ stage: 'read', done, total: source.size });
  }
  const sheet = {
    name: sheetNameFromFile(name),
    hidden: false,
    merges: [],
    date1904: false,
    ...cells.build(new TextDecoder(encoding, { ignoreBOM: true })),
  };
  return { name, sheets: [sheet] };
}

/** About how many rows a text of `size` bytes has that goes on as `head` begins. */
function expectedRows(head: Uint8Array, size: number): number {
  let lines = 1;
  for (const [at, byte] of head.entries()) {
    if (byte === LF || (byte === CR && head[at + 1] !== LF)) lines++;
  }
  return Math.min(MAX_ROWS, Math.ceil(((1.05 * size) / head.length) * lines));
}

/** Collects fields as text cells whose bytes are decoded only when they are asked for. */
function createTextCells(rows: number): FieldSink<ByteTextColumn> & {
  build(decoder: TextDecoder): Pick<RawSheet, 'rowCount' | 'columns' | 'texts'>;
} {
  const builder = createColumnBuilder(createTextInterner(), rows);
  const textColumns: ByteTextColumn[] = [];

  return {
    target(column) {
      // All columns beyond the last share one target, and nothing is committed to it.
      let texts = textColumns[Math.min(column, MAX_COLUMNS)];
      while (texts === undefined) {
        textColumns.push(createByteTextColumn());
        texts = textColumns[Math.min(column, MAX_COLUMNS)];
      }
      return texts;
    },
    commit(row, column, texts, length) {
      if (column >= MAX_COLUMNS) return;
      const size = texts.arena[texts.used] === EQUALS ? withoutGuard(texts, length) : length;
      builder.put(row, column, TEXT, texts.commit(size));
    },
    build(decoder) {
      const { rowCount, columns } = builder.build();
      const { table, firstIndex } = createByteTextTable(textColumns, decoder);
      for (const [column, { kinds, values }] of columns.entries()) {
        const first = firstIndex[column] ?? 0;
        for (let row = 0; row < rowCount; row++) {
          if (kinds[row] === TEXT) values[row] = (values[row] ?? 0) + first;
        }
      }
      return { rowCount, columns, texts: table };
    },
  };
}

/** Makes 0012 of `="0012"`, by which exports keep Excel from reading a number. */
function withoutGuard({ arena, used }: ByteTextColumn, length: number): number {
  const content = arena.subarray(used + 2, used + length - 1);
  const isGuarded = length > 3 && arena[used + 1] === QUOTE && arena[used + length - 1] === QUOTE;
  if (!isGuarded || content.includes(QUOTE)) return length;
  arena.copyWithin(used, used + 2, used + length - 1);
  return content.length;
}
