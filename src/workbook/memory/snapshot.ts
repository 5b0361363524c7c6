import { columnLetter, type CellRange } from '../../core';
import type { CellContent, MemorySheet, PlainContent } from './workbookContent';

/** A sheet in readable form, for golden files. */
export interface SheetSnapshot {
  readonly name: string;
  readonly hidden: boolean;
  readonly mark: string | undefined;
  /**
   * Cells as a person would write them: `'0012` a text that reads like something else, `12.5` a
   * number, `2025-11-30` a date, `=A1*2 → 25` a formula with its value, nothing for an empty cell.
   * Rows end at their last cell with content.
   */
  readonly rows: readonly (readonly string[])[];
  /** Areas in Excel's notation. */
  readonly merges: readonly string[];
  readonly tables: readonly string[];
  readonly validations: readonly string[];
}

const LOOKS_LIKE_VALUE =
  /^(?:[=+\-@']|#|TRUE$|FALSE$|\s*[\d.]+(?:e[+-]?\d+)?\s*$|\d{4}-\d\d-\d\d)/i;
const DAY_MS = 86_400_000;

export function snapshotOf(sheet: MemorySheet): SheetSnapshot {
  const { plan } = sheet;
  const epoch = sheet.date1904 === true ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return {
    name: sheet.name,
    hidden: sheet.hidden ?? false,
    mark: sheet.mark,
    rows: sheet.rows.map((cells) => withoutEmptyEnd(cells.map((cell) => cellText(cell, epoch)))),
    merges: (sheet.merges ?? []).map(areaName),
    tables: (plan?.tables ?? []).map(({ name, range }) => `${name} ${areaName(range)}`),
    validations: (plan?.validations ?? []).map(({ range, rule }) => {
      const values = rule.kind === 'list' ? rule.values.join('|') : rule.kind;
      return `${areaName(range)} ${values}`;
    }),
  };
}

function cellText(cell: CellContent, epoch: number): string {
  if (typeof cell === 'object' && cell !== null && 'formula' in cell) {
    return `=${cell.formula} → ${plainText(cell.result, epoch)}`;
  }
  return plainText(cell, epoch);
}

function plainText(content: PlainContent, epoch: number): string {
  if (content === null) return '';
  if (typeof content === 'string') return LOOKS_LIKE_VALUE.test(content) ? `'${content}` : content;
  if (typeof content === 'number') return String(content);
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if ('error' in content) return content.error;
  const iso = new Date(epoch + Math.round(content.date * DAY_MS)).toISOString();
  return content.date % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let { length } = cells;
  while (length > 0 && cells[length - 1] === '') length--;
  return cells.slice(0, length);
}

function areaName({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): string {
  const first = `${columnLetter(firstColumn)}${String(firstRow + 1)}`;
  return `${first}:${columnLetter(lastColumn)}${String(lastRow + 1)}`;
}
