import { CellKind, ERROR_TEXTS, KIND_MASK, type RawSheet } from '../../core';
import type { Input } from './cells';
import { textInput } from './textInput';

/** What writes the value of a cell that was read into a general cell. */
export function rawInput({ columns, texts }: RawSheet, row: number, column: number): Input {
  const cells = columns[column];
  const value = cells?.values[row] ?? 0;
  switch ((cells?.kinds[row] ?? 0) & KIND_MASK) {
    case CellKind.number:
    case CellKind.date:
      return value;
    case CellKind.text:
      return textInput(texts.get(value), false);
    case CellKind.boolean:
      return value === 1;
    case CellKind.error:
      return ERROR_TEXTS[value] ?? '#VALUE!';
    default:
      return '';
  }
}
