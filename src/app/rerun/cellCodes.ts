import {
  CellKind,
  EditKind,
  KIND_MASK,
  type CellColumn,
  type CellEdits,
  type TextTable,
} from '../../core';

/** Turns cells of a workbook into numbers that are equal where the cells show the same. */
export interface CellCoder {
  /** One number per row of a column as it stands, from `first` on. */
  codeColumn(column: CellColumn | undefined, first: number, count: number): Float64Array;
  /** The same after cleaning; `edits` may be absent. */
  codeCleaned(column: CellColumn, edits: CellEdits | undefined, window: Window): Float64Array;
}

interface Window {
  readonly first: number;
  readonly count: number;
}

/** No amount, serial or code of a text comes near these. */
export const EMPTY_CODE = -1e301;
const BOOLEAN_CODE = 1e301;
const ERROR_CODE = 1e302;

/**
 * Dates and numbers are their values, texts are 50 bits of their hash and a half, so that they meet
 * no number. Texts are read once each.
 */
export function createCellCoder(texts: TextTable): CellCoder {
  const known = new Float64Array(texts.size);
  const codeText = (index: number): number => {
    const code = known[index] ?? 0;
    return code === 0 ? (known[index] = hashText(texts.get(index))) : code;
  };
  const codeCell = (kind: number, value: number): number => {
    switch (kind & KIND_MASK) {
      case CellKind.number:
      case CellKind.date:
        // Without a sign of zero.
        return value + 0;
      case CellKind.text:
        return codeText(value);
      case CellKind.boolean:
        return BOOLEAN_CODE * (value + 1);
      case CellKind.error:
        return ERROR_CODE * (value + 1);
      default:
        return EMPTY_CODE;
    }
  };
  return {
    codeColumn(column, first, count) {
      const codes = new Float64Array(count).fill(EMPTY_CODE);
      if (column === undefined) return codes;
      for (let i = 0; i < count; i++) {
        codes[i] = codeCell(column.kinds[first + i] ?? 0, column.values[first + i] ?? 0);
      }
      return codes;
    },
    codeCleaned(column, edits, { first, count }) {
      const codes = this.codeColumn(column, first, count);
      if (edits === undefined) return codes;
      const cleaned = edits.texts.map(() => 0);
      for (let i = 0; i < count; i++) {
        const at = first + i - edits.firstRow;
        const value = edits.values[at] ?? 0;
        switch (edits.kinds[at]) {
          case EditKind.number:
          case EditKind.date:
            codes[i] = value + 0;
            break;
          case EditKind.text:
            codes[i] = cleaned[value] ||= hashText(edits.texts[value] ?? '');
            break;
          case EditKind.empty:
            codes[i] = EMPTY_CODE;
            break;
        }
      }
      return codes;
    },
  };
}

function hashText(text: string): number {
  if (text === '') return EMPTY_CODE;
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
  }
  return (low >>> 0) * 2 ** 18 + (high >>> 14) + 0.5;
}

/** Mixes one more column into a hash per row; two 32-bit words each. */
export function mixCodes(low: Int32Array, high: Int32Array, codes: Float64Array): void {
  const words = new Int32Array(codes.buffer, codes.byteOffset, codes.length * 2);
  for (let i = 0; i < codes.length; i++) {
    const a = words[2 * i] ?? 0;
    const b = words[2 * i + 1] ?? 0;
    const mixed = Math.imul((low[i] ?? 0) ^ a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77);
    low[i] = mixed ^ (mixed >>> 15);
    high[i] = Math.imul((high[i] ?? 0) ^ b ^ (mixed >>> 7), 0xc2b2ae3d) + Math.imul(a, 0x27d4eb2f);
  }
}
