/** Cells of a plan as worksheet XML: columns of a large area, and single cells. */
import type { CellValue, PlanCell, PlanColumn, StyleName } from '../../../sheetPlan';
import {
  cellOpen,
  putBooleanCell,
  putFormulaCell,
  putNumberCell,
  putTextCell,
  type CellPen,
  type FormulaPieces,
} from './cellPen';
import { DAYS_TO_1904 } from './in1900';
import type { StyleBook } from './styleBook';
import { stampOf } from './xmlOutput';
import { escapeText } from './xmlText';

/** What cells of a plan are written with. */
export interface CellContext {
  /** Prefix of the sheet's SpreadsheetML elements with its colon, or empty. */
  readonly prefix: string;
  readonly styles: StyleBook;
  /** Serials of the plan count from 1900; a workbook of the 1904 system needs others. */
  readonly date1904: boolean;
}

/** Writes the cell of one column at `index` of its area into the pen's row. */
export type ColumnWriter = (pen: CellPen, index: number) => void;

/** The writer of a plan's column that stands in worksheet column `column` (0-based). */
export function createColumnWriter(
  plan: PlanColumn,
  column: number,
  context: CellContext,
): ColumnWriter {
  const open = cellOpen(context.prefix, column);
  const style = context.styles.planStyle(plan.style);
  switch (plan.kind) {
    case 'text': {
      const { values } = plan;
      const textAt = typeof values === 'function' ? values : (i: number) => values[i] ?? '';
      return (pen, index) => {
        const text = textAt(index);
        const quoted = looksLikeFormula(text);
        pen.open = open;
        putTextCell(pen, quoted ? context.styles.planStyle(plan.style, true) : style, text);
      };
    }
    case 'number': {
      const { values } = plan;
      const shift = dateShift(plan.style, context);
      return (pen, index) => {
        pen.open = open;
        putNumberCell(pen, style, (values[index] ?? NaN) - shift);
      };
    }
    case 'formula': {
      const { values } = plan;
      const shift = dateShift(plan.style, context);
      const pieces = escapeText(plan.formula).split('{r}').map(stampOf);
      // One object for all cells: one per cell would be a million of them to collect.
      const formula: { pieces: FormulaPieces; value: CellValue } = { pieces, value: null };
      return (pen, index) => {
        const value = values[index] ?? null;
        formula.value = typeof value === 'number' ? value - shift : value;
        pen.open = open;
        putFormulaCell(pen, style, formula);
      };
    }
  }
}

/** One cell of a small area, in the pen's row. */
export function putPlanCell(
  pen: CellPen,
  cell: PlanCell,
  column: number,
  context: CellContext,
): void {
  const name = cell.style ?? 'plain';
  const { formula } = cell;
  const value = typeof cell.value === 'number' ? cell.value - dateShift(name, context) : cell.value;
  pen.open = pen.opens[column] ??= cellOpen(context.prefix, column);
  const style = context.styles.planStyle(name);
  if (formula !== undefined) {
    const pieces = escapeText(formula).split('{r}').map(stampOf);
    putFormulaCell(pen, style, { pieces, value });
  } else if (typeof value === 'number') {
    putNumberCell(pen, style, value);
  } else if (typeof value === 'boolean') {
    putBooleanCell(pen, style, value);
  } else {
    const text = value ?? '';
    const quoted = looksLikeFormula(text);
    putTextCell(pen, quoted ? context.styles.planStyle(name, true) : style, text);
  }
}

function dateShift(style: StyleName, context: CellContext): number {
  return context.date1904 && context.styles.isDateStyle(style) ? DAYS_TO_1904 : 0;
}

/** = + - @, and the tab and line ends that hide one of them. */
const FORMULA_STARTS = new Set([0x3d, 0x2b, 0x2d, 0x40, 0x09, 0x0a, 0x0d]);

/**
 * Whether Excel would read the text as a formula when the user opens the cell and confirms it. The
 * cell itself is a text anyway; the style's quote mark keeps it one then too.
 */
function looksLikeFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  return first <= 0x40 && FORMULA_STARTS.has(first);
}
