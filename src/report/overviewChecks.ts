import type { ConditionalFormatPlan, PlanCell } from '../workbook/sheetPlan';
import { planCheckLooks, planVerdictLooks } from './conditionalLooks';
import { textCell } from './layOutTable';
import type { OverviewGrid, Span } from './overviewGrid';
import type { CheckRows } from './overviewReconciliation';
import { AMOUNT_COLUMNS, AMOUNTS, ROWS_COLUMN, roundToFen } from './reconciliationCells';
import type { ReportInput } from './reportInput';

const ROW_POINTS = 19;
const FIRST_CHECK_COLUMN = 3;
const LAST_CHECK_COLUMN = 5;
const VERDICT_COLUMN = 5;

/** The three questions of the first page, each a row of ✓ or ✗ with the difference. */
export interface Checks {
  /** Puts in where the differences stand, once that is known. */
  fill(rows: CheckRows): void;
  readonly looks: readonly ConditionalFormatPlan[];
}

/** The reconciliation in brief: are all rows accounted for, do customers and the export's total agree. */
export function addChecks(grid: OverviewGrid, { analysis, words }: ReportInput): Checks {
  const { controlTotal } = analysis;
  const labels = words.report.overview.checks;
  const { columns } = labels;
  const difference = (fen: number | undefined): number | null =>
    fen === undefined ? null : roundToFen(fen / 100);
  const hasTotal = controlTotal.state !== 'none';
  const checks = [
    { key: 'rows', label: labels.rows, note: labels.rowsNote, values: [0, 0, 0] },
    { key: 'customers', label: labels.customers, note: labels.customersNote, values: [null, 0, 0] },
    {
      key: 'controlTotal',
      label: labels.controlTotal,
      note: hasTotal ? labels.controlTotalNote : labels.noControlTotal,
      values: [
        null,
        difference(controlTotal.balanceDifferenceFen),
        difference(controlTotal.dailyAverageDifferenceFen),
      ],
    },
  ] as const;
  const allRight = checks.every(({ values }) => values.every((value) => (value ?? 0) === 0));
  const verdict = textCell(allRight ? labels.right : labels.wrong, 'verdict');
  const headingRow = grid.add(
    [
      [textCell(labels.heading, 'heading'), VERDICT_COLUMN],
      [verdict, 6],
    ],
    21,
  );
  const header = (text: string): PlanCell => textCell(text, 'header');
  grid.add(
    [
      [header(columns.item), 3],
      [header(columns.rows), 1],
      [header(columns.balance), 1],
      [header(columns.dailyAverage), 1],
      [header(columns.note), 5],
    ],
    ROW_POINTS,
  );
  const first = grid.nextRow;
  for (const { label, note, values } of checks) {
    const cells = values.map((value, index): Span => [
      value === null
        ? textCell('', 'text')
        : { value, style: index === 0 ? 'check' : 'checkAmount' },
      1,
    ]);
    grid.add([[textCell(label, 'label'), 3], ...cells, [textCell(note, 'note'), 5]], ROW_POINTS);
  }
  const last = grid.nextRow - 1;
  const area = {
    firstRow: first,
    lastRow: last,
    firstColumn: FIRST_CHECK_COLUMN,
    lastColumn: LAST_CHECK_COLUMN,
  };
  const fill = (rows: CheckRows): void => {
    const letters = [ROWS_COLUMN, ...AMOUNTS.map((amount) => AMOUNT_COLUMNS[amount])];
    const filled: string[] = [];
    checks.forEach(({ key }, index) => {
      const source = rows[key];
      const cells = grid.rows[first + index];
      if (source === undefined || cells === undefined) return;
      letters.forEach((letter, at) => {
        const cell = cells[FIRST_CHECK_COLUMN + at];
        if (typeof cell?.value !== 'number') return;
        cells[FIRST_CHECK_COLUMN + at] = { ...cell, formula: letter + String(source) };
        filled.push(letter + String(first + index + 1));
      });
    });
    const heading = grid.rows[headingRow];
    if (heading === undefined || filled.length === 0) return;
    const right = filled.map((cell) => `${cell}=0`).join(',');
    const formula = `IF(AND(${right}),"${labels.right}","${labels.wrong}")`;
    heading[VERDICT_COLUMN] = { ...verdict, formula };
  };
  return {
    fill,
    looks: [
      ...planCheckLooks(area),
      ...planVerdictLooks({
        firstRow: headingRow,
        lastRow: headingRow,
        firstColumn: VERDICT_COLUMN,
        lastColumn: VERDICT_COLUMN,
      }),
    ],
  };
}
