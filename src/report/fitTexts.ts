import type {
  ChartPlan,
  ChartSource,
  PlanCell,
  PlanColumn,
  SheetPlan,
} from '../workbook/sheetPlan';

/** Longest text of a cell in Excel, in UTF-16 units. */
const LONGEST = 32_767;
/** What no XML can hold: control characters but tab and line break, halves of characters. */
const UNFIT =
  // eslint-disable-next-line no-control-regex -- these are the characters looked for
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The sheet with every text fit for a cell: control characters out, halves of characters replaced,
 * and what is longer than a cell can hold cut, with `note` at its end.
 */
export function fitTexts(sheet: SheetPlan, note: string): SheetPlan {
  const fit = (text: string): string => fitText(text, note);
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) =>
      block.kind === 'cells'
        ? { ...block, cells: block.cells.map((cells) => cells.map((cell) => fitCell(cell, fit))) }
        : { ...block, columns: block.columns.map((column) => fitColumn(column, fit)) },
    ),
    ...(sheet.charts && { charts: sheet.charts.map((chart) => fitChart(chart, fit)) }),
  };
}

type Fit = (text: string) => string;

/** A text as a cell can hold it; most are returned as they are. */
export function fitText(text: string, note: string): string {
  if (isPlain(text)) return text;
  const clean = text.replace(UNFIT, (character) => (character < '\uD800' ? '' : '\uFFFD'));
  if (clean.length <= LONGEST) return clean;
  return clean.slice(0, LONGEST - note.length).replace(/[\uD800-\uDBFF]$/, '') + note;
}

/** Whether a text is surely fit: told of nearly all, in a fraction of the search's time. */
function isPlain(text: string): boolean {
  if (text.length > LONGEST) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 ? unit !== 0x0a : unit >= 0xd800 && (unit < 0xe000 || unit > 0xfffd))
      return false;
  }
  return true;
}

function fitCell(cell: PlanCell, fit: Fit): PlanCell {
  return typeof cell.value === 'string' ? { ...cell, value: fit(cell.value) } : cell;
}

/** Added columns of a ledger are fit as columns of a sheet are. */
function fitColumn(column: PlanColumn, fit: Fit): PlanColumn {
  if (column.kind === 'formula') {
    if (typeof column.values[0] !== 'string') return column;
    return { ...column, values: Array.from(column.values as ArrayLike<string>, fit) };
  }
  if (column.kind !== 'text') return column;
  const { values } = column;
  const textAt = typeof values === 'function' ? values : (index: number) => values[index] ?? '';
  return { ...column, values: (index) => fit(textAt(index)) };
}

function fitChart(chart: ChartPlan, fit: Fit): ChartPlan {
  const fitSource = (source: ChartSource): ChartSource => ({
    ...source,
    values: Array.from(source.values as ArrayLike<string | number>, (value) =>
      typeof value === 'string' ? fit(value) : value,
    ) as string[] | number[],
  });
  return {
    ...chart,
    alternativeText: fit(chart.alternativeText),
    series: chart.series.map((series) => ({
      ...series,
      categories: fitSource(series.categories),
      values: fitSource(series.values),
    })),
  };
}
