import { CellKind, FORMULA_FLAG, type CellRange } from '../../../core';
import type { ColumnBuilder } from '../../columnBuilder';
import { WorkbookFailure } from '../../workbookFailure';
import {
  decodeRk,
  isBof,
  readContinued,
  readRecord,
  RecordId,
  type BiffRecord,
} from './biffRecords';
import { createBlockReader } from './biffStrings';
import type { BiffVersion, XlsGlobals } from './readGlobals';

/** Excel's error codes in the order of `ERROR_TEXTS`. */
const ERROR_CODES = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a, 0x2b];

/**
 * Reads the cells of the worksheet substream at `position` into `builder`.
 * @returns The merged areas.
 * @throws WorkbookFailure `file.damaged` where the substream is cut off or names missing texts.
 */
export function readXlsSheet(
  stream: DataView,
  position: number,
  { globals, builder }: { readonly globals: XlsGlobals; readonly builder: ColumnBuilder },
): CellRange[] {
  const merges: CellRange[] = [];
  let formula: { readonly row: number; readonly column: number } | undefined;

  function number({ id, data }: BiffRecord, value: number, flags = 0): void {
    const isDate = isOldCell(id, globals.version)
      ? globals.isDateFormat(data.getUint8(5) & 0x3f)
      : globals.isDateXf(data.getUint16(4, true));
    const kind = isDate ? CellKind.date : CellKind.number;
    builder.put(rowOf(data), columnOf(data), kind | flags, value);
  }

  function boolOrError(data: DataView, at: number, isError: boolean, flags = 0): void {
    const code = data.getUint8(at);
    const value = isError ? Math.max(0, ERROR_CODES.indexOf(code)) : Math.min(1, code);
    const kind = isError ? CellKind.error : CellKind.boolean;
    builder.put(rowOf(data), columnOf(data), kind | flags, value);
  }

  function text(record: BiffRecord, at: number): number {
    const { blocks, next } = readContinued(stream, record);
    const value = readText(blocks, at, record.id);
    if (value !== '') builder.putText(rowOf(record.data), columnOf(record.data), value);
    return next;
  }

  /** The text at `at`: a length, then Unicode in version 8, bytes of a code page before. */
  function readText(blocks: readonly DataView[], at: number, id: number): string {
    const reader = createBlockReader(blocks);
    reader.skip(at);
    const hasShortLength = id === RecordId.label2 || id === RecordId.string2;
    const length = hasShortLength ? reader.u8() : reader.u16();
    if (globals.version === 8) return length === 0 ? '' : reader.unicode(length);
    const bytes = Uint8Array.from({ length }, () => reader.u8());
    return globals.decoder.decode(bytes);
  }

  function formulaResult(record: BiffRecord, contentAt: number): void {
    const { data } = record;
    const kind = data.getUint8(contentAt);
    if (data.getUint16(contentAt + 6, true) !== 0xffff) {
      number(record, data.getFloat64(contentAt, true), FORMULA_FLAG);
    } else if (kind === 0) {
      // The text stands in a STRING record of its own, behind those of shared formulas.
      formula = { row: rowOf(data), column: columnOf(data) };
    } else if (kind === 1 || kind === 2) {
      boolOrError(data, contentAt + 2, kind === 2, FORMULA_FLAG);
    }
  }

  /** Reads one record's cells; returns where to go on. */
  function readCells(record: BiffRecord): number {
    const { id, data, next } = record;
    const contentAt = isOldCell(id, globals.version) ? 7 : 6;
    switch (id) {
      case RecordId.labelSst: {
        const index = data.getUint32(6, true);
        const shared = globals.sharedStrings[index];
        if (shared === undefined) throw damaged('shared string');
        if (shared !== '') builder.put(rowOf(data), columnOf(data), CellKind.text, index);
        break;
      }
      case RecordId.label:
      case RecordId.label2:
      case RecordId.rString:
        return text(record, contentAt);
      case RecordId.number:
      case RecordId.number2:
        number(record, data.getFloat64(contentAt, true));
        break;
      case RecordId.integer2:
        number(record, data.getUint16(contentAt, true));
        break;
      case RecordId.rk:
        number(record, decodeRk(data.getInt32(6, true)));
        break;
      case RecordId.mulRk:
        readMulRk(data);
        break;
      case RecordId.boolErr:
      case RecordId.boolErr2:
        boolOrError(data, contentAt, data.getUint8(contentAt + 1) === 1);
        break;
      case RecordId.formula:
      case RecordId.formula3:
      case RecordId.formula4:
        formulaResult(record, contentAt);
        break;
      case RecordId.string:
      case RecordId.string2: {
        const { blocks, next: behind } = readContinued(stream, record);
        const value = formula === undefined ? '' : readText(blocks, 0, id);
        if (formula !== undefined && value !== '') {
          builder.putText(formula.row, formula.column, value, true);
        }
        formula = undefined;
        return behind;
      }
      case RecordId.mergeCells:
        merges.push(...readMerges(data));
        break;
      default:
    }
    return next;
  }

  function readMulRk(data: DataView): void {
    const row = rowOf(data);
    const first = columnOf(data);
    for (let at = 4, column = first; at + 8 <= data.byteLength; at += 6, column++) {
      const kind = globals.isDateXf(data.getUint16(at, true)) ? CellKind.date : CellKind.number;
      builder.put(row, column, kind, decodeRk(data.getInt32(at + 2, true)));
    }
  }

  let at = position;
  let depth = 0;
  do {
    const record = readRecord(stream, at);
    if (record === undefined) throw damaged('sheet');
    at = record.next;
    // Charts on the sheet are substreams of their own within it.
    if (isBof(record.id)) depth++;
    else if (record.id === RecordId.eof) depth--;
    else if (depth === 1) at = readCells(record);
    else if (depth === 0) throw damaged('sheet');
  } while (depth > 0);
  return merges;
}

/** True for cells as in version 2: three bytes of attributes instead of a format's number. */
function isOldCell(id: number, version: BiffVersion): boolean {
  if (id === RecordId.formula) return version === 2;
  return (
    id === RecordId.number2 ||
    id === RecordId.integer2 ||
    id === RecordId.label2 ||
    id === RecordId.boolErr2
  );
}

function rowOf(data: DataView): number {
  return data.getUint16(0, true);
}

function columnOf(data: DataView): number {
  return data.getUint16(2, true);
}

function readMerges(data: DataView): CellRange[] {
  const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8));
  return Array.from({ length: count }, (_, index) => {
    const at = 2 + 8 * index;
    return {
      firstRow: data.getUint16(at, true),
      lastRow: data.getUint16(at + 2, true),
      firstColumn: data.getUint16(at + 4, true),
      lastColumn: data.getUint16(at + 6, true),
    };
  });
}

function damaged(reason: string): WorkbookFailure {
  return new WorkbookFailure('file.damaged', { part: 'worksheet', reason });
}
