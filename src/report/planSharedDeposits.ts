import type { Analysis } from '../core';
import type { CellsBlock, ColumnsBlock, PlanColumn } from '../workbook/sheetPlan';
import { layOutLines, layOutTable, textCell, type TableColumn } from './layOutTable';
import { pickYuan } from './pickColumns';
import type { ReportInput } from './reportInput';
import type { SharedDepositColumn } from './reportWords';
import type { RowSpan } from './sheetReference';

export const SHARED_DEPOSIT_LETTERS = { balance: 'F', dailyAverage: 'G', inBook: 'H' } as const;

/**
 * The ledger rows that repeat a deposit which another row already counts (SPEC 2), from the 0-based
 * `row` on: what the reconciliation takes off.
 */
export function planSharedDeposits(
  input: ReportInput,
  row: number,
): {
  readonly blocks: readonly (CellsBlock | ColumnsBlock)[];
  readonly headerRow: number;
  readonly rows: RowSpan;
} {
  const labels = input.words.report.crossOwnership;
  const rows = findRepeatedRows(input.analysis);
  const headerRow = row + 2;
  return {
    blocks: [
      layOutLines(row, [
        textCell(labels.shared, 'heading'),
        textCell(rows.length === 0 ? labels.noShared : labels.sharedHint, 'subtitle'),
      ]),
      ...layOutTable(headerRow, rows.length, planColumns(input, rows)),
    ],
    headerRow,
    rows: { first: headerRow + 2, last: headerRow + 1 + rows.length },
  };
}

/** Ledger rows kept whose deposit an earlier row counts. */
function findRepeatedRows({ ledger }: Analysis): Uint32Array {
  const found: number[] = [];
  for (let row = 0; row < ledger.rowCount; row++) {
    if (ledger.countedBefore[row] === 1 && ledger.reason[row] === 0) found.push(row);
  }
  return Uint32Array.from(found);
}

function planColumns(
  { analysis: { ledger, customers, layouts }, words }: ReportInput,
  rows: Uint32Array,
): readonly TableColumn[] {
  const { sharedColumns } = words.report.crossOwnership;
  const column = (key: SharedDepositColumn, plan: PlanColumn): TableColumn => ({
    header: sharedColumns[key],
    width: 0,
    column: plan,
  });
  const text = (
    key: SharedDepositColumn,
    value: (row: number, customer: number) => string,
  ): TableColumn =>
    column(key, {
      kind: 'text',
      values: (index) => {
        const row = rows[index] ?? 0;
        return value(row, ledger.customer[row] ?? 0);
      },
      style: 'text',
    });
  return [
    text('sheet', (row) => layouts[ledger.layout[row] ?? 0]?.name ?? ''),
    text('customerId', (_, customer) => customers.id(customer)),
    text('name', (_, customer) => customers.name(customer)),
    column('row', {
      kind: 'number',
      values: Float64Array.from(rows, (row) => (ledger.sourceRow[row] ?? 0) + 1),
      style: 'integer',
    }),
    text('account', (row) => ledger.accountNo.shown(ledger.accountNo.codes[row] ?? 0)),
    column('balance', {
      kind: 'number',
      values: pickYuan(rows, ledger.balanceFen),
      style: 'amount',
    }),
    column('dailyAverage', {
      kind: 'number',
      values: pickYuan(rows, ledger.dailyAverageFen),
      style: 'amount',
    }),
    text('inBook', (_, customer) =>
      customers.inBook[customer] === 1 ? words.terms.yes : words.terms.no,
    ),
  ];
}
