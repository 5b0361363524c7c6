import { usedArea, type Book, type Sheet } from './book';

/** All that a workbook holds, in a form that can be compared; tables' and sheets' ids left out. */
export function describeBook({ sheets, names }: Book) {
  // The book is changed in place.
  return structuredClone({
    sheets: sheets.map(describeSheet),
    names: names.map(({ name }) => name),
  });
}

function describeSheet(sheet: Sheet) {
  const { name, visibility, merges, names, tables, conditionals, validations, charts } = sheet;
  return {
    name,
    visibility,
    cells: describeCells(sheet),
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    names: names.map((item) => `${item.name} ${item.formula}`),
    tables: tables.map(({ name: table, area }) => ({ table, area })),
    conditionals,
    validations,
    charts: charts.map((chart) => chart.name),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    widths: [...sheet.columnWidths].sort(([a], [b]) => a - b),
    heights: [...sheet.rowHeights].sort(([a], [b]) => a - b),
    frozen: sheet.frozen,
  };
}

/** Cell by cell: value or formula, link and format; empty plain cells are left out. */
function describeCells(sheet: Sheet): string[] {
  const lines: string[] = [];
  const area = usedArea(sheet, false);
  for (let row = 0; row <= (area?.lastRow ?? -1); row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell === undefined) continue;
      const { value, formula, link, format } = cell;
      const content = formula ?? value;
      const look = JSON.stringify(format);
      if (content === '' && look === '{"numberFormat":"General"}') continue;
      const at = `${String(row)},${String(column)}`;
      lines.push([at, JSON.stringify(content), link ?? '', look].join(' '));
    }
  }
  return lines;
}
