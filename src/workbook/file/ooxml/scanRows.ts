import { CellKind, FORMULA_FLAG } from '../../../core';
import { WorkbookFailure } from '../../workbookFailure';
import { findInlineText, internScanned, scanText, skipInlineEnd } from './cellText';
import { errorIndex } from './errorValue';
import { parseLongDecimal } from './parseLongDecimal';
import { parseNumber } from './parseNumber';
import type { RowScan } from './rowScan';
import { scanOddCell } from './scanOddCell';
import { scanRowStart } from './scanRowStart';
import { growStyles, growValues, MAX_COLUMNS, MAX_ROWS } from './sheetColumns';
import { skipFormula } from './skipFormula';
import { internText } from './textArena';
import { Byte, decodeSlice } from './xmlBytes';
import { findElementEnd, findMarkupEnd, INCOMPLETE, localNameAt } from './xmlMarkup';

// Plain constants: read through another module they would be looked up for every byte.
const {
  bang,
  carriageReturn,
  dot,
  doubleQuote,
  equals,
  greaterThan,
  hash,
  lessThan,
  lineFeed,
  minus,
  question,
  singleQuote,
  slash,
  space,
  upperA,
  upperZ,
  zero,
} = Byte;
const EMPTY = CellKind.empty;
const NUMBER = CellKind.number;
const TEXT = CellKind.text;
const BOOLEAN = CellKind.boolean;
const ERROR = CellKind.error;
const DATE = CellKind.date;
const FORMULA = FORMULA_FLAG;

const LOWER_B = 0x62;
const LOWER_C = 0x63;
const LOWER_E = 0x65;
const LOWER_F = 0x66;
const LOWER_I = 0x69;
const LOWER_N = 0x6e;
const LOWER_O = 0x6f;
const LOWER_R = 0x72;
const LOWER_S = 0x73;
const LOWER_T = 0x74;
const LOWER_V = 0x76;
const LOWER_W = 0x77;

/** Cell types by the first letter of their `t`; `str` is told from `s` by its second. */
const TYPE_STRING = 1;

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, n) => Number(`1e${String(n)}`));

/** Decimal digits that always fit into a double's 53 bits. */
const EXACT_DIGITS = 15;

/**
 * Scans rows and cells into the columns, up to `</sheetData>`; a `Scan`.
 *
 * The loop takes cells in the forms that programs write, byte by byte, without making strings or
 * objects. A cell in any other form, or one that is not complete, goes to `scanOddCell`: a byte
 * that does not fit is the only test, the zeros after the end included.
 * @throws WorkbookFailure `file.damaged`, `file.tooLarge`.
 */
export function scanRows(scan: RowScan, bytes: Uint8Array, start: number, end: number): number {
  const { columns, sharedCount, dateStyles } = scan;
  const kindsByColumn = columns.kinds;
  const valuesByColumn = columns.values;
  const stylesByColumn = columns.styles;
  const prefix = scan.prefix.length;
  let row = scan.row;
  let column = scan.column;
  let p = start;

  scanning: while (p < end) {
    if (bytes[p] !== lessThan) {
      p++;
      continue;
    }
    const name = p + 1 + prefix;
    const letter = bytes[name] ?? 0;

    cell: if (letter === LOWER_C && scan.inRow && (prefix === 0 || hasPrefix(scan, bytes, p + 1))) {
      let q = name + 1;
      let style = 0;
      let type = LOWER_N;
      let cellRow = row;
      let cellColumn = column + 1;
      let byte = bytes[q] ?? 0;

      // Attributes.
      for (;;) {
        while (byte === space || byte === lineFeed || byte === carriageReturn) {
          byte = bytes[++q] ?? 0;
        }
        if (byte === greaterThan || byte === slash) break;
        const quote = bytes[q + 2] ?? 0;
        if (bytes[q + 1] !== equals) break cell;
        if (quote !== doubleQuote && quote !== singleQuote) break cell;
        const attribute = byte;
        q += 3;
        byte = bytes[q] ?? 0;
        if (attribute === LOWER_R) {
          let letters = 0;
          while (byte >= upperA && byte <= upperZ) {
            letters = (letters * 26 + byte - 64) | 0;
            byte = bytes[++q] ?? 0;
          }
          let number = 0;
          let digit = byte - zero;
          while (digit >= 0 && digit <= 9) {
            number = (number * 10 + digit) | 0;
            byte = bytes[++q] ?? 0;
            digit = byte - zero;
          }
          if (letters < 1 || letters > MAX_COLUMNS || number < 1 || number > MAX_ROWS) break cell;
          cellColumn = letters - 1;
          cellRow = number - 1;
        } else if (attribute === LOWER_S) {
          let digit = byte - zero;
          while (digit >= 0 && digit <= 9) {
            style = (style * 10 + digit) | 0;
            byte = bytes[++q] ?? 0;
            digit = byte - zero;
          }
        } else if (attribute === LOWER_T) {
          type = byte;
          if (type === LOWER_S && bytes[q + 1] === LOWER_T) type = TYPE_STRING;
          while (byte !== quote && byte !== 0) byte = bytes[++q] ?? 0;
        } else {
          break cell;
        }
        if (byte !== quote) break cell;
        byte = bytes[++q] ?? 0;
      }

      // Contents.
      let kind: number = EMPTY;
      let value = 0;
      if (byte === slash) {
        if (bytes[q + 1] !== greaterThan) break cell;
        q += 2;
      } else {
        q++;
        if (bytes[q] !== lessThan) break cell;
        let flag = 0;
        let element = q + 1 + prefix;
        if (bytes[element] === LOWER_F) {
          q = skipFormula(bytes, q, prefix);
          if (q === INCOMPLETE) break cell;
          flag = FORMULA;
          element = q + 1 + prefix;
        }
        if (bytes[element] === LOWER_V) {
          q = element + 1;
          if (bytes[q] === slash && bytes[q + 1] === greaterThan) {
            // `<v/>`: nothing, or the empty text.
            q += 2;
            if (type === TYPE_STRING) {
              kind = TEXT;
              value = internText(scan.arena, bytes, q, q);
            }
          } else {
            if (bytes[q] !== greaterThan) break cell;
            const first = ++q;
            byte = bytes[q] ?? 0;
            if (type === LOWER_S) {
              let index = 0;
              let digit = byte - zero;
              while (digit >= 0 && digit <= 9) {
                index = (index * 10 + digit) | 0;
                digit = (bytes[++q] ?? 0) - zero;
              }
              if (q === first || q - first > 9 || index >= sharedCount) break cell;
              kind = TEXT;
              value = index;
            } else if (type === LOWER_N) {
              const isNegative = byte === minus;
              if (isNegative) q++;
              const firstDigit = q;
              let digit = (bytes[q] ?? 0) - zero;
              let head = 0;
              const headEnd = q + 9;
              while (digit >= 0 && digit <= 9 && q < headEnd) {
                head = (head * 10 + digit) | 0;
                digit = (bytes[++q] ?? 0) - zero;
              }
              value = head;
              while (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digit = (bytes[++q] ?? 0) - zero;
              }
              let digits = q - firstDigit;
              if (bytes[q] === dot) {
                const firstDecimal = ++q;
                digit = (bytes[q] ?? 0) - zero;
                while (digit >= 0 && digit <= 9) {
                  value = value * 10 + digit;
                  digit = (bytes[++q] ?? 0) - zero;
                }
                const decimals = q - firstDecimal;
                digits += decimals;
                // Both are exact and the division rounds once, as reading the decimal does.
                if (digits <= EXACT_DIGITS) value /= POWERS[decimals] ?? 1;
              }
              if (digits === 0 || digits > EXACT_DIGITS || bytes[q] !== lessThan) {
                while (bytes[q] !== lessThan && bytes[q] !== 0) q++;
                value = parseLongDecimal(bytes, first, q);
                if (value !== value) value = parseNumber(bytes, first, q);
                if (value !== value) break cell;
              } else if (isNegative) {
                value = -value;
              }
              kind = dateStyles[style] === 1 ? DATE : NUMBER;
            } else if (type === TYPE_STRING) {
              q = scanText(scan, bytes, q);
              if (q === INCOMPLETE) break cell;
              kind = TEXT;
              value = internScanned(scan, bytes, first, q, cellColumn);
            } else if (type === LOWER_B) {
              if (byte !== zero && byte !== zero + 1) break cell;
              kind = BOOLEAN;
              value = byte - zero;
              q++;
            } else if (type === LOWER_E) {
              if (byte !== hash) break cell;
              while (byte !== lessThan && byte !== 0) byte = bytes[++q] ?? 0;
              kind = ERROR;
              value = errorIndex(decodeSlice(bytes, first, q));
            } else {
              break cell;
            }
            if (bytes[q] !== lessThan || bytes[q + 1] !== slash) break cell;
            if (bytes[q + 2 + prefix] !== LOWER_V) break cell;
            if (bytes[q + 3 + prefix] !== greaterThan) break cell;
            q += 4 + prefix;
          }
        } else if (bytes[element] === LOWER_I) {
          const text = findInlineText(bytes, element, prefix);
          if (text === INCOMPLETE) break cell;
          q = scanText(scan, bytes, text);
          if (q === INCOMPLETE) break cell;
          const next = skipInlineEnd(bytes, q, prefix);
          if (next === INCOMPLETE) break cell;
          kind = TEXT;
          value = internScanned(scan, bytes, text, q, cellColumn);
          q = next;
        }
        // `</c>`.
        if (bytes[q] !== lessThan || bytes[q + 1] !== slash) break cell;
        if (bytes[q + 2 + prefix] !== LOWER_C) break cell;
        if (bytes[q + 3 + prefix] !== greaterThan) break cell;
        q += 4 + prefix;
        kind |= flag;
      }

      // Nothing is stored before the whole cell fits.
      if (style !== 0) {
        if (cellRow >= (stylesByColumn[cellColumn]?.length ?? 0)) {
          growStyles(columns, cellColumn, cellRow);
        }
        const styles = stylesByColumn[cellColumn];
        if (styles) styles[cellRow] = style;
      }
      if (kind !== EMPTY) {
        if (cellRow >= (kindsByColumn[cellColumn]?.length ?? 0)) {
          growValues(columns, cellColumn, cellRow);
        }
        const kinds = kindsByColumn[cellColumn];
        const values = valuesByColumn[cellColumn];
        if (kinds && values) {
          kinds[cellRow] = kind;
          values[cellRow] = value;
        }
        if (cellRow > scan.lastRow) scan.lastRow = cellRow;
      }
      column = cellColumn;
      p = q;
      continue scanning;
    }

    // `</row>` and `<row …>`, then whatever else may stand here.
    let next: number;
    if (
      letter === LOWER_R &&
      bytes[name + 1] === LOWER_O &&
      bytes[name + 2] === LOWER_W &&
      !scan.inRow &&
      (prefix === 0 || hasPrefix(scan, bytes, p + 1))
    ) {
      scan.row = row;
      next = scanRowStart(scan, bytes, p, end);
      row = scan.row;
      if (next !== INCOMPLETE) column = -1;
    } else if (
      letter === slash &&
      scan.inRow &&
      prefix === 0 &&
      bytes[p + 2] === LOWER_R &&
      bytes[p + 3] === LOWER_O &&
      bytes[p + 4] === LOWER_W &&
      bytes[p + 5] === greaterThan
    ) {
      scan.inRow = false;
      next = p + 6;
    } else {
      scan.row = row;
      scan.column = column;
      next = scanOther(scan, bytes, p, end);
      column = scan.column;
      if (scan.done) return p;
    }
    if (next === INCOMPLETE) break;
    p = next;
  }
  scan.row = row;
  scan.column = column;
  return p;
}

function hasPrefix(scan: RowScan, bytes: Uint8Array, at: number): boolean {
  const { prefix } = scan;
  for (let i = 0; i < prefix.length; i++) if (bytes[at + i] !== prefix[i]) return false;
  return true;
}

function scanOther(scan: RowScan, bytes: Uint8Array, at: number, end: number): number {
  const next = findMarkupEnd(bytes, at, end);
  if (next === INCOMPLETE) return INCOMPLETE;
  const kind = bytes[at + 1];
  if (kind === question || kind === bang) return next;
  const name = localNameAt(bytes, at);
  if (kind === slash) {
    if (name === 'row' && scan.inRow) scan.inRow = false;
    else if (name === 'sheetData' && !scan.inRow) scan.done = true;
    else throw new WorkbookFailure('file.damaged', { part: scan.part, reason: `</${name}>` });
    return next;
  }
  if (name === 'c' && scan.inRow) return scanOddCell(scan, bytes, at, end);
  if (name === 'row') {
    throw new WorkbookFailure('file.damaged', { part: scan.part, reason: 'row in row' });
  }
  return findElementEnd(bytes, at, end);
}
