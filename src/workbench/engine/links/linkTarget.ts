import { CellKind, ERROR_TEXTS, KIND_MASK, type RawWorkbook } from '../../../core';
import { parseLocation, type SheetArea } from '../../../workbook/file/appearance/linkLocation';
import { evaluateFormula, type FormulaValue } from './evaluateFormula';

/** Where a formula of a cell of `sheet` leads to within the workbook; undefined where nowhere. */
export function linkTarget(
  formula: string,
  sheet: string,
  workbook: RawWorkbook,
): SheetArea | undefined {
  if (!formula.includes('HYPERLINK(')) return undefined;
  const value = evaluateFormula(formula, (named = sheet, row, column) =>
    cellValue(workbook, named, { row, column }),
  );
  return typeof value === 'string' && value.startsWith('#')
    ? parseLocation(value.slice(1))
    : undefined;
}

function cellValue(
  { sheets }: RawWorkbook,
  name: string,
  { row, column }: { readonly row: number; readonly column: number },
): FormulaValue {
  const sheet = sheets.find((other) => other.name === name);
  const cells = sheet?.columns[column];
  if (!sheet || !cells || row >= sheet.rowCount) return undefined;
  const value = cells.values[row] ?? 0;
  switch ((cells.kinds[row] ?? 0) & KIND_MASK) {
    case CellKind.number:
    case CellKind.date:
      return value;
    case CellKind.boolean:
      return value === 1;
    case CellKind.text:
      return sheet.texts.get(value);
    case CellKind.error:
      return ERROR_TEXTS[value];
    default:
      return '';
  }
}
