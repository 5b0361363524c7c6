import type { CellRange } from '../core';
import type { PlanCell, SheetPlan } from '../workbook/sheetPlan';
import { textCell } from './layOutTable';
import { planBasics } from './overviewBasics';
import { planFigures } from './overviewFigures';
import { planParameters } from './overviewParameters';
import { planReconciliation } from './overviewReconciliation';
import type { ReportInput } from './reportInput';
import type { RowSpan } from './sheetReference';
import { wrappedHeight } from './textSize';

const WIDTHS = [30, 16, 20, 20, 20, 56];
const LAST_COLUMN = WIDTHS.length - 1;

/** What other sheets hold that the overview sums. */
export interface OverviewSources {
  /** Ledger rows on 到期提醒. */
  readonly maturing: Uint32Array;
  /** Rows of 业务交叉 with deposits that the ledger repeats. */
  readonly sharedRows: RowSpan;
}

/**
 * 概览: what was analysed, the key figures, what to mind, the reconciliation and the parameters
 * (SPEC 10); its figures are formulas over the other sheets.
 */
export function planOverview(input: ReportInput, sources: OverviewSources): SheetPlan {
  const { analysis, words, sheetNames } = input;
  const labels = words.report.overview;
  const rows: PlanCell[][] = [];
  const merges: CellRange[] = [];
  const rowHeights = new Map<number, number>([[0, 30]]);
  const addSection = (cells: readonly PlanCell[][]): void => {
    rows.push(...cells, []);
  };
  const addTexts = (heading: string, texts: readonly string[], none: string): void => {
    rows.push([textCell(heading, 'heading')]);
    for (const text of texts.length === 0 ? [none] : texts) {
      const row = rows.push([textCell(text, texts.length === 0 ? 'note' : 'caution')]) - 1;
      merges.push({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn: LAST_COLUMN });
      rowHeights.set(row, wrappedHeight([text], [TOTAL_WIDTH]));
    }
    rows.push([]);
  };
  addSection(planBasics(input));
  addSection(planFigures(input, { row: rows.length, maturing: sources.maturing }));
  addTexts(labels.warnings, analysis.warnings.map(words.problem), labels.none);
  addTexts(labels.assumptions, analysis.assumptions.map(words.problem), labels.none);
  addSection(planReconciliation(input, { row: rows.length, sharedRows: sources.sharedRows }));
  addSection(planParameters(input));
  return {
    role: 'overview',
    name: sheetNames.overview,
    widths: WIDTHS,
    frozenRows: 0,
    frozenColumns: 0,
    blocks: [{ kind: 'cells', row: 0, column: 0, cells: rows.map(fillHeading) }],
    tables: [],
    validations: [],
    merges,
    rowHeights,
    tabColor: 'C00000',
    print: { landscape: true },
  };
}

/** A section's heading runs across all columns. */
function fillHeading(cells: PlanCell[]): PlanCell[] {
  const [first] = cells;
  if (first?.style !== 'heading') return cells;
  return [first, ...WIDTHS.slice(1).map(() => textCell('', 'heading'))];
}

const TOTAL_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
