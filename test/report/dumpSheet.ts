import { columnLetter } from '../../src/core';
import type { CellsBlock, ColumnsBlock, PlanColumn, SheetPlan } from '../../src/workbook/sheetPlan';

/** A sheet plan as text, one line per row, for golden files and for reading. */
export function dumpSheet(sheet: SheetPlan): string {
  const { name, role, widths, frozenRows, frozenColumns, tables, validations, merges } = sheet;
  return [
    `# ${name} (${role})`,
    `widths ${widths.join(' ')}`,
    `frozen ${String(frozenRows)} rows, ${String(frozenColumns)} columns`,
    ...tables.map(({ name: table, range }) => `table ${table} ${dumpRange(range)}`),
    ...validations.map(
      ({ range, rule }) =>
        `validation ${dumpRange(range)} ${rule.kind === 'list' ? rule.values.join('|') : rule.kind}`,
    ),
    ...(merges.length === 0 ? [] : [`merges ${merges.map(dumpRange).join(' ')}`]),
    ...sheet.blocks.flatMap((block) =>
      block.kind === 'cells' ? dumpCells(block) : dumpColumns(block),
    ),
    '',
  ].join('\n');
}

function dumpRange(range: SheetPlan['merges'][number]): string {
  const cell = (row: number, column: number): string => columnLetter(column) + String(row + 1);
  const first = cell(range.firstRow, range.firstColumn);
  return `${first}:${cell(range.lastRow, range.lastColumn)}`;
}

function dumpCells({ row, column, cells }: CellsBlock): string[] {
  return cells.map((line, index) => {
    const texts = line.map(({ value, formula, style, link }) => {
      const shown = dumpValue(value);
      const target = link === undefined ? '' : ` -> ${link.sheet}!${link.cell}`;
      const content = formula === undefined ? shown : `=${formula} → ${shown}`;
      return `${content}${target} ‹${style ?? ''}›`;
    });
    return `${columnLetter(column)}${String(row + index + 1)} | ${texts.join(' | ')}`;
  });
}

function dumpColumns({ row, column, rowCount, columns }: ColumnsBlock): string[] {
  const formulas = columns.flatMap((plan, index) =>
    plan.kind === 'formula' ? [`  formula ${columnLetter(column + index)} =${plan.formula}`] : [],
  );
  const styles = `  styles ${columns.map(({ style }) => style).join(' ')}`;
  const lines = Array.from({ length: rowCount }, (_, index) => {
    const values = columns.map((plan) => dumpValue(valueAt(plan, index)));
    return `${columnLetter(column)}${String(row + index + 1)} | ${values.join(' | ')}`;
  });
  return [...formulas, styles, ...lines];
}

export function valueAt(plan: PlanColumn, index: number): string | number {
  const { values } = plan;
  return (typeof values === 'function' ? values(index) : values[index]) ?? '';
}

function dumpValue(value: string | number | boolean | null): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(Number(value.toFixed(6)));
  return String(value ?? '').replaceAll('\n', '⏎');
}
