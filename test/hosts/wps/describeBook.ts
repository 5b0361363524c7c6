import type { BookModel } from './hostState';
import { usedArea, type SheetModel } from './sheetModel';

/** All that a workbook holds, in a form that can be compared. */
export function describeBook({ sheets, active }: BookModel) {
  return { active: active.name, sheets: sheets.map(describeSheet) };
}

function describeSheet(sheet: SheetModel) {
  const { name, visible, merges, links, conditions, validations, tables, charts } = sheet;
  return {
    name,
    visible,
    cells: describeCells(sheet),
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    links: [...links],
    conditions,
    validations,
    tables: tables.map(({ name: table, area }) => ({ table, area })),
    charts: charts.map((chart) => chart.name),
    widths: [...sheet.widths].sort(([a], [b]) => a - b),
    filter: sheet.filter,
    names: [...sheet.names.values()].map((item) => `${item.name} ${item.refersTo}`),
  };
}

/** Row by row: value or formula and look; rows and cells without either are left out. */
function describeCells(sheet: SheetModel): string[] {
  const { lastRow, lastColumn } = usedArea(sheet);
  const lines: string[] = [];
  for (let row = 0; row <= lastRow; row++) {
    for (let column = 0; column <= lastColumn; column++) {
      const model = sheet.columns[column];
      const content = model?.formulas.get(row)?.text ?? model?.values[row];
      const format = model?.formats[row];
      const isPlain = format === undefined || JSON.stringify(format).includes('"General"}');
      if (content === undefined && isPlain) continue;
      const look = isPlain ? '' : JSON.stringify(format);
      lines.push(`${String(row)},${String(column)} ${JSON.stringify(content ?? null)} ${look}`);
    }
  }
  return lines;
}
