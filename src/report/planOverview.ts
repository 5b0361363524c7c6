import type { SheetPlan } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { addCallList } from './overviewCallList';
import { addChartData } from './overviewChartData';
import { addChartRoom, planCharts } from './overviewCharts';
import { addChecks } from './overviewChecks';
import { addFigures } from './overviewFigures';
import {
  createOverviewGrid,
  LAST_COLUMN,
  OVERVIEW_WIDTHS,
  widthOf,
  type OverviewGrid,
} from './overviewGrid';
import { addFacts, addFigureCards } from './overviewHead';
import { addParameters } from './overviewParameters';
import { addReconciliation } from './overviewReconciliation';
import type { ReportInput } from './reportInput';
import type { RowSpan } from './sheetReference';
import { wrappedHeight } from './textSize';

/** What other sheets hold that the overview sums. */
export interface OverviewSources {
  /** Ledger rows on 到期提醒. */
  readonly maturing: Uint32Array;
  /** Rows of 业务交叉 with deposits that the ledger repeats. */
  readonly sharedRows: RowSpan;
}

/**
 * 概览 (SPEC 10). The first page, to print and to hand over: who took over what, the five figures that
 * matter, charts, whom to call first, whether the sums agree, what to mind and what was assumed. The
 * second page holds what the first is taken from: key figures, the reconciliation line by line,
 * parameters, the charts' data. Figures are formulas over the other sheets.
 */
export function planOverview(input: ReportInput, sources: OverviewSources): SheetPlan {
  const { analysis, words, sheetNames } = input;
  const labels = words.report.overview;
  const grid = createOverviewGrid();
  addFacts(grid, input);
  grid.gap();
  addFigureCards(grid, input, sources.maturing);
  grid.gap();
  const chartRow = addChartRoom(grid);
  grid.gap();
  const listLooks = addCallList(grid, input);
  grid.gap();
  const checks = addChecks(grid, input);
  grid.gap();
  addTexts(grid, labels.warnings, analysis.warnings.map(words.problem), labels.none);
  grid.gap();
  addTexts(grid, labels.assumptions, analysis.assumptions.map(words.problem), labels.none);
  const secondPage = grid.add([[textCell(labels.details, 'title'), OVERVIEW_WIDTHS.length]], 28);
  const trendRow = addFigures(grid, input, sources.maturing);
  grid.gap();
  checks.fill(addReconciliation(grid, input, sources.sharedRows));
  grid.gap();
  addParameters(grid, input);
  grid.gap();
  const data = addChartData(grid, input, trendRow);
  const page = (firstRow: number, lastRow: number) => ({
    firstRow,
    lastRow,
    firstColumn: 0,
    lastColumn: LAST_COLUMN,
  });
  return {
    role: 'overview',
    name: sheetNames.overview,
    widths: OVERVIEW_WIDTHS,
    frozenRows: 0,
    frozenColumns: 0,
    blocks: [{ kind: 'cells', row: 0, column: 0, cells: grid.rows }],
    tables: [],
    validations: [],
    conditionalFormats: [...listLooks, ...checks.looks],
    charts: planCharts(input, data, chartRow),
    merges: grid.merges,
    rowHeights: grid.heights,
    tabColor: 'C00000',
    print: {
      landscape: false,
      areas: [page(0, secondPage - 1), page(secondPage, grid.nextRow - 1)],
      pagesHigh: 2,
      footer: words.report.footer(sheetNames.overview),
    },
  };
}

function addTexts(
  grid: OverviewGrid,
  heading: string,
  texts: readonly string[],
  none: string,
): void {
  grid.heading(heading);
  if (texts.length === 0) grid.add([[textCell(none, 'note'), OVERVIEW_WIDTHS.length]], 17);
  for (const text of texts) {
    grid.add(
      [[textCell(text, 'caution'), OVERVIEW_WIDTHS.length]],
      wrappedHeight([text], [widthOf(0)]) - 2,
    );
  }
}
