import { ERROR_TEXTS, type CellRange } from '../../core';
import { TEXT } from '../editFormats';
import { addressOf, columnArea } from './addresses';
import { readRows, rowStripes, toRows, type Scalar } from './blocks';
import { errorIndex } from './cellErrors';
import type { Session } from './session';
import { needsTextFormat } from './textEntry';
import { Need, writeColumn } from './writeColumn';
import type { WpsSheet } from './wpsTypes';

/** Formulas of an area become their values: their neighbours are about to move. */
export async function freezeFormulas(
  session: Session,
  sheet: WpsSheet,
  area: CellRange,
): Promise<void> {
  if (sheet.Range(addressOf(area)).HasFormula === false) return;
  for (let column = area.firstColumn; column <= area.lastColumn; column++) {
    const cells = columnArea(column, area.firstRow, area.lastRow);
    if (sheet.Range(addressOf(cells)).HasFormula !== false) {
      await freezeColumn(session, sheet, cells);
    }
  }
}

async function freezeColumn(session: Session, sheet: WpsSheet, area: CellRange): Promise<void> {
  const values: Scalar[] = [];
  const isFormula: boolean[] = [];
  for (const stripe of rowStripes(area)) {
    const height = stripe.lastRow - stripe.firstRow + 1;
    const shown = readRows(sheet, stripe).map(([value]) => value);
    const formulas = toRows(sheet.Range(addressOf(stripe)).Formula, height, 1);
    shown.forEach((value, at) => {
      const formula = formulas[at]?.[0];
      values.push(typedValue(value));
      isFormula.push(typeof formula === 'string' && formula.startsWith('=') && formula !== value);
    });
  }
  await writeColumn(session, sheet, {
    column: area.firstColumn,
    firstRow: area.firstRow,
    values,
    formats: values.map((value, at) =>
      isFormula[at] === true &&
      typeof value === 'string' &&
      needsTextFormat(value) &&
      !isError(value)
        ? TEXT
        : undefined,
    ),
    needs: Uint8Array.from(isFormula, (is) => (is ? Need.must : Need.never)),
  });
}

/** An error is put in by its name, as a user would type it. */
function typedValue(value: Scalar): Scalar {
  const at = typeof value === 'number' ? errorIndex(value) : -1;
  return at < 0 ? value : ERROR_TEXTS[at];
}

function isError(value: string): boolean {
  return ERROR_TEXTS.some((text) => text === value);
}
