import {
  CellKind,
  ERROR_TEXTS,
  FORMULA_FLAG,
  KIND_MASK,
  type RawSheet,
} from '../../../../src/core';
import type { ByteSource } from '../../../../src/workbook/file/bytes';
import { createNodeCompression } from '../../../../src/workbook/file/nodeCompression';
import { readXlsx, type XlsxContents } from '../../../../src/workbook/file/ooxml/readXlsx';

/** A cell for comparison; dates are told from numbers by `date`. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly error: string }
  | { readonly formula: Cell };

/** Bytes in memory as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)),
  };
}

export function readBytes(
  bytes: Uint8Array,
  options?: Parameters<typeof readXlsx>[2],
): Promise<XlsxContents> {
  return readXlsx(sourceOf(bytes), createNodeCompression(), options);
}

/** The cells of a sheet by row; empty ones are null, rows are as long as their last cell. */
export function cellsOf(sheet: RawSheet): Cell[][] {
  return Array.from({ length: sheet.rowCount }, (_, row) => {
    const cells = sheet.columns.map((_, column) => cellAt(sheet, row, column));
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
}

export function cellAt(sheet: RawSheet, row: number, column: number): Cell {
  const code = sheet.columns[column]?.kinds[row] ?? 0;
  const value = sheet.columns[column]?.values[row] ?? 0;
  const plain = plainCell(sheet, code & KIND_MASK, value);
  return code & FORMULA_FLAG ? { formula: plain } : plain;
}

function plainCell(sheet: RawSheet, kind: number, value: number): Cell {
  switch (kind) {
    case CellKind.number:
      return value;
    case CellKind.text:
      return sheet.texts.get(value);
    case CellKind.boolean:
      return value === 1;
    case CellKind.error:
      return { error: ERROR_TEXTS[value] ?? '?' };
    case CellKind.date:
      return { date: value };
    default:
      return null;
  }
}
