import { PRIORITIES, STANCES, TRENDS, columnLetter, type CellRange } from '../core';
import type { CellsBlock, ColumnsBlock, PlanColumn, SheetPlan } from '../workbook/sheetPlan';
import { layOutHead } from './layOutHead';
import { layOutTable, planTable, type TableColumn } from './layOutTable';
import { planListLooks } from './conditionalLooks';
import { planCustomerLinks } from './customerLinks';
import { findListPlaces } from './listPlaces';
import { countOwnAccounts } from './ownAccounts';
import { pickNumbers, pickYuan } from './pickColumns';
import { planExchanges } from './planExchanges';
import { planSharedDeposits } from './planSharedDeposits';
import type { ReportInput } from './reportInput';
import type { CrossOwnershipColumn } from './reportWords';
import { findSharedParts, type SharedParts } from './sharedParts';
import { shareFormula } from './shareFormula';
import type { RowSpan } from './sheetReference';

const HEADER_ROW = 2;
/** Up to the name. */
const FROZEN_COLUMNS = 3;

/** 业务交叉, and where its section of deposits that the ledger repeats stands. */
export interface CrossOwnershipSheet {
  readonly plan: SheetPlan;
  readonly sharedRows: RowSpan;
}

/**
 * 业务交叉: each manager's part of every shared customer, the exchanges that could be offered, and
 * the ledger rows of shared deposits that are counted once only (SPEC 8, 2).
 */
export function planCrossOwnership(input: ReportInput): CrossOwnershipSheet {
  const { analysis, words, sheetNames } = input;
  const labels = words.report.crossOwnership;
  const { claimShare, negotiateShare } = analysis.settings;
  const parts = findSharedParts(analysis);
  const columns = planColumns(input, parts);
  const exchangeRow = HEADER_ROW + 1 + parts.customer.length + 1;
  const exchanges = planExchanges(input, exchangeRow);
  const shared = planSharedDeposits(input, exchanges.nextRow + 1);
  const widths = columns.map(({ width }) => width);
  const head = layOutHead({
    title: labels.title(parts.customers),
    hint: labels.stances(claimShare, negotiateShare),
    hintColumns: { first: FROZEN_COLUMNS, last: SHARE_COLUMN },
    widths,
  });
  const blocks: (CellsBlock | ColumnsBlock)[] = [
    ...head.blocks,
    ...layOutTable(HEADER_ROW, parts.customer.length, columns),
    ...exchanges.blocks,
    ...shared.blocks,
  ];
  return {
    sharedRows: shared.rows,
    plan: {
      role: 'crossOwnership',
      name: sheetNames.crossOwnership,
      widths,
      frozenRows: HEADER_ROW + 1,
      frozenColumns: FROZEN_COLUMNS,
      blocks,
      tables: planTable('HandoverShared', {
        row: HEADER_ROW,
        rowCount: parts.customer.length,
        headers: columns.map(({ header }) => header),
      }),
      validations: [],
      conditionalFormats: planListLooks(input, {
        columns: COLUMNS.map(([key]) => key),
        bars: 'share',
        headerRow: HEADER_ROW,
        rowCount: parts.customer.length,
      }),
      merges: [head.merge],
      rowHeights: new Map([
        ...head.heights,
        ...[HEADER_ROW, exchanges.headerRow, shared.headerRow].map((row) => [row, 32] as const),
      ]),
      tabColor: '2E75B6',
      print: {
        landscape: true,
        areas: findAreas(parts.customer.length, shared.rows.last),
        repeatColumns: { first: 0, last: FROZEN_COLUMNS - 1 },
        repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
        footer: words.report.footer(sheetNames.crossOwnership),
      },
    },
  };
}

/** All but what the shares are computed from, then that; `lastRow` is the sheet's last, 1-based. */
function findAreas(rowCount: number, lastRow: number): readonly CellRange[] {
  return [
    { firstRow: 0, lastRow: lastRow - 1, firstColumn: 0, lastColumn: SHARE_COLUMN },
    {
      firstRow: 0,
      lastRow: HEADER_ROW + rowCount,
      firstColumn: SHARE_COLUMN + 1,
      lastColumn: COLUMNS.length - 1,
    },
  ];
}

const COLUMNS: readonly (readonly [CrossOwnershipColumn, number])[] = [
  ['priority', 12],
  ['customerId', 14],
  ['name', 14],
  ['trend', 16],
  ['manager', 22],
  ['side', 16],
  ['accounts', 16],
  ['balance', 17],
  ['dailyAverage', 17],
  ['share', 10],
  ['ownShare', 10],
  ['stance', 9],
  ['customerBalance', 17],
  ['customerDailyAverage', 17],
  ['ownBalance', 17],
  ['ownDailyAverage', 17],
  ['customerAccounts', 10],
  ['ownAccounts', 10],
  ['position', 8],
];

const SHARE_COLUMN = COLUMNS.findIndex(([key]) => key === 'share');

function planColumns(input: ReportInput, parts: SharedParts): readonly TableColumn[] {
  const columns = planContents(input, parts);
  return COLUMNS.map(([key, width]) => ({
    header: input.words.report.crossOwnership.columns[key],
    width,
    column: columns[key],
  }));
}

function letter(column: CrossOwnershipColumn): string {
  return columnLetter(COLUMNS.findIndex(([key]) => key === column));
}

function planContents(
  input: ReportInput,
  { customer: order, manager, part }: SharedParts,
): Readonly<Record<CrossOwnershipColumn, PlanColumn>> {
  const { analysis, words } = input;
  const { customers, managers, hasDelta } = analysis;
  const places = findListPlaces(analysis);
  const { terms } = words;
  const text = (
    style: 'text' | 'center',
    value: (customer: number, index: number) => string,
  ): PlanColumn => ({ kind: 'text', values: (index) => value(order[index] ?? 0, index), style });
  const numbers = (value: (customer: number, index: number) => number): Float64Array => {
    const values = new Float64Array(order.length);
    for (let index = 0; index < order.length; index++)
      values[index] = value(order[index] ?? 0, index);
    return values;
  };
  const integer = (value: (customer: number, index: number) => number): PlanColumn => ({
    kind: 'number',
    values: numbers(value),
    style: 'integer',
  });
  const amount = (fen: ArrayLike<number>): PlanColumn => ({
    kind: 'number',
    values: pickYuan(order, fen),
    style: 'amount',
  });
  const partYuan = (fen: ArrayLike<number>): Float64Array =>
    numbers((_, index) => (fen[part[index] ?? -1] ?? 0) / 100);
  const partBalance = partYuan(customers.partBalanceFen);
  const partAverage = partYuan(customers.partDailyAverageFen);
  return {
    priority: text('center', (customer) => PRIORITIES[customers.priority[customer] ?? 3] ?? 'P4'),
    customerId: text('text', (customer) => customers.id(customer)),
    name: planCustomerLinks(input, order, letter('position')),
    trend: text('center', (customer) =>
      hasDelta ? terms.trends[TRENDS[customers.trend[customer] ?? 2] ?? 'stable'] : terms.noTrend,
    ),
    manager: text('text', (_, index) => {
      const found = managers[manager[index] ?? -1];
      return found === undefined ? terms.unnamedManager : found.name || found.code;
    }),
    side: text('center', (_, index) => {
      const own = managers[manager[index] ?? -1]?.own === true;
      if (part[index] === -1) return words.report.crossOwnership.acquiredOnly;
      return own ? terms.own : terms.other;
    }),
    accounts: integer((_, index) => customers.partAccounts[part[index] ?? -1] ?? 0),
    balance: { kind: 'number', values: partBalance, style: 'amount' },
    dailyAverage: { kind: 'number', values: partAverage, style: 'amount' },
    share: {
      kind: 'formula',
      formula: shareFormula([
        [letter('balance'), letter('customerBalance')],
        [letter('dailyAverage'), letter('customerDailyAverage')],
      ]),
      values: numbers((customer, index) => {
        const balance = (customers.balanceFen[customer] ?? 0) / 100;
        const average = (customers.dailyAverageFen[customer] ?? 0) / 100;
        if (balance !== 0) return (partBalance[index] ?? 0) / balance;
        return average === 0 ? 0 : (partAverage[index] ?? 0) / average;
      }),
      style: 'percent',
    },
    ownShare: {
      kind: 'formula',
      formula: shareFormula([
        [letter('ownBalance'), letter('customerBalance')],
        [letter('ownDailyAverage'), letter('customerDailyAverage')],
        [letter('ownAccounts'), letter('customerAccounts')],
      ]),
      values: pickNumbers(order, customers.ownShare),
      style: 'percent',
    },
    stance: text('center', (customer) => {
      const stance = STANCES[(customers.stance[customer] ?? 0) - 1];
      return stance === undefined ? '' : terms.stances[stance];
    }),
    customerBalance: amount(customers.balanceFen),
    customerDailyAverage: amount(customers.dailyAverageFen),
    ownBalance: amount(customers.ownBalanceFen),
    ownDailyAverage: amount(customers.ownDailyAverageFen),
    customerAccounts: integer((customer) => customers.accounts[customer] ?? 0),
    ownAccounts: integer((customer) => countOwnAccounts(analysis, customer)),
    position: { ...integer((customer) => places[customer] ?? NaN), style: 'ordinal' },
  };
}
