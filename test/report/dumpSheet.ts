import { columnLetter } from '../../src/core';
import type {
  CellsBlock,
  ChartSource,
  ColumnsBlock,
  ConditionalFormatPlan,
  PlanColumn,
  PrintPlan,
  SheetPlan,
} from '../../src/workbook/sheetPlan';

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
    ...(sheet.visibility === undefined ? [] : [sheet.visibility]),
    ...(sheet.print === undefined ? [] : [dumpPrint(sheet.print)]),
    ...(sheet.conditionalFormats ?? []).map(dumpConditional),
    ...(sheet.charts ?? []).flatMap(({ name: chart, title, alternativeText, anchor, series }) => [
      `chart ${chart} at ${dumpRange(anchor)} “${title}”: ${alternativeText}`,
      ...series.map(
        ({ kind, name: label, categories, values, secondaryAxis }) =>
          `  ${kind} ${label}: ${dumpSource(values)} by ${dumpSource(categories)}` +
          (secondaryAxis === true ? ', secondary axis' : ''),
      ),
    ]),
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

function dumpConditional(format: ConditionalFormatPlan): string {
  const where = `look ${dumpRange(format.range)}`;
  return format.kind === 'dataBar'
    ? `${where} bar ${format.color} ${format.negativeColor}`
    : `${where} where ${format.formula} ${JSON.stringify(format.look)}`;
}

function dumpSource({ sheet, range, values }: ChartSource): string {
  const cached = Array.from(values as ArrayLike<string | number>, dumpValue);
  return `${sheet}!${dumpRange(range)} [${cached.join(' ')}]`;
}

function dumpPrint({ landscape, areas, pagesWide, pagesHigh, ...rest }: PrintPlan): string {
  const { footer, repeatRows, repeatColumns } = rest;
  const span = (label: string, range: { first: number; last: number } | undefined): string[] =>
    range === undefined ? [] : [`${label} ${String(range.first)}–${String(range.last)}`];
  return [
    `print ${landscape ? 'landscape' : 'portrait'}`,
    `${String(pagesWide ?? 1)} wide`,
    ...(pagesHigh === undefined ? [] : [`${String(pagesHigh)} high`]),
    ...(areas ?? []).map(dumpRange),
    ...span('rows', repeatRows),
    ...span('columns', repeatColumns),
    ...(footer === undefined ? [] : [`“${footer}”`]),
  ].join(', ');
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
  const links = columns.flatMap((plan, index) => {
    if (plan.links === undefined) return [];
    const { sheet, column: target, rows } = plan.links;
    const cells = Array.from(rows, (at) => (at < 0 ? '–' : columnLetter(target) + String(at + 1)));
    return [`  links ${columnLetter(column + index)} → ${sheet}: ${cells.join(' ')}`];
  });
  const lines = Array.from({ length: rowCount }, (_, index) => {
    const values = columns.map((plan) => dumpValue(valueAt(plan, index)));
    return `${columnLetter(column)}${String(row + index + 1)} | ${values.join(' | ')}`;
  });
  return [...formulas, styles, ...links, ...lines];
}

export function valueAt(plan: PlanColumn, index: number): string | number {
  const { values } = plan;
  return (typeof values === 'function' ? values(index) : values[index]) ?? '';
}

function dumpValue(value: string | number | boolean | null): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(Number(value.toFixed(6)));
  return String(value ?? '').replaceAll('\n', '⏎');
}
