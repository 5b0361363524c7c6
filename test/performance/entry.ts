/** What the benchmark calls of ours below the command line, compiled as the command line has it. */
import '../../src/cli/compileLess';
import {
  analyzeHandover,
  CellKind,
  DEFAULT_SETTINGS,
  type Analysis,
  type CellColumn,
  type RawSheet,
  type RawWorkbook,
  type Settings,
} from '../../src/core';
import { readLedger, type ReadLedger } from '../../src/core/cleaning/readLedger';
import { findDeposits } from '../../src/core/consolidation/findDeposits';
import { identifyCustomers } from '../../src/core/consolidation/identifyCustomers';
import { sumCustomers } from '../../src/core/consolidation/sumCustomers';
import { findLayouts } from '../../src/core/findLayouts';
import { readCustomerLists } from '../../src/core/names/readCustomerLists';
import { resolveManagers } from '../../src/core/ownership/resolveManagers';
import { findTrend } from '../../src/core/ranking/findTrend';
import { rankCustomers } from '../../src/core/ranking/rankCustomers';
import { CELL_STYLES } from '../../src/report/cellStyles';
import { layOutTable } from '../../src/report/layOutTable';
import type { PlanColumn, SheetPlan, StyleName } from '../../src/workbook/sheetPlan';
import { nodeByteSink } from '../../src/workbook/file/nodeByteSink';
import { createNodeCompression } from '../../src/workbook/file/nodeCompression';
import { openNodeByteSource } from '../../src/workbook/file/nodeByteSource';
import { readXlsx } from '../../src/workbook/file/ooxml/readXlsx';
import { writeNewXlsx } from '../../src/workbook/file/ooxml/write/writeNewXlsx';

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, today: 45991 };

/** All sheets of an .xlsx as columns. */
export async function readWorkbook(path: string): Promise<RawWorkbook> {
  const source = await openNodeByteSource(path);
  try {
    return (await readXlsx(source, createNodeCompression())).workbook;
  } finally {
    await source.close();
  }
}

export function analyze(workbook: RawWorkbook): Analysis {
  const result = analyzeHandover(workbook, SETTINGS);
  if (!result.ok) throw new Error(`not analysed: ${JSON.stringify(result.problem)}`);
  return result.analysis;
}

/** Writes the customers by rank as a workbook of one sheet: the table that the peers write. */
export async function writeCustomers(analysis: Analysis, path: string): Promise<void> {
  const { byRank, customers } = analysis;
  const text = (value: (customer: number) => string): PlanColumn => ({
    kind: 'text',
    values: (index) => value(byRank[index] ?? 0),
    style: 'text',
  });
  const number = (style: StyleName, value: (customer: number) => number): PlanColumn => ({
    kind: 'number',
    values: pick(byRank, value),
    style,
  });
  const yuan = (fen: Float64Array) => number('amount', (customer) => (fen[customer] ?? 0) / 100);
  const columns: Record<string, PlanColumn> = {
    名次: number('integer', (customer) => customers.rank[customer] ?? 0),
    客户号: text((customer) => customers.id(customer)),
    客户名称: text((customer) => customers.name(customer)),
    存款笔数: number('integer', (customer) => customers.deposits[customer] ?? 0),
    本年余额: yuan(customers.balanceFen),
    本年日均: yuan(customers.dailyAverageFen),
    差额: yuan(customers.deltaFen),
    累计占比: number('percent', (customer) => customers.cumulativeShare[customer] ?? 0),
    '前80%': text((customer) => (customers.valueClass[customer] === 0 ? '是' : '')),
  };
  await writeColumns(columns, byRank.length, path);
}

function pick(customers: Uint32Array, value: (customer: number) => number): Float64Array {
  const values = new Float64Array(customers.length);
  for (let i = 0; i < values.length; i++) values[i] = value(customers[i] ?? 0);
  return values;
}

/** The same from plain arrays by header, for a peer that cannot write .xlsx. */
export async function writeTable(
  table: Record<string, readonly string[] | readonly number[]>,
  path: string,
): Promise<void> {
  const columns = Object.entries(table).map(([header, values]): [string, PlanColumn] => [
    header,
    isTexts(values)
      ? { kind: 'text', values, style: 'text' }
      : { kind: 'number', values, style: 'amount' },
  ]);
  const rowCount = Object.values(table)[0]?.length ?? 0;
  await writeColumns(Object.fromEntries(columns), rowCount, path);
}

function isTexts(values: readonly string[] | readonly number[]): values is readonly string[] {
  return typeof values[0] === 'string';
}

async function writeColumns(
  columns: Record<string, PlanColumn>,
  rowCount: number,
  path: string,
): Promise<void> {
  const width = 16;
  const table = Object.entries(columns).map(([header, column]) => ({ header, width, column }));
  const sheet: SheetPlan = {
    role: 'customers',
    name: '客户汇总',
    widths: table.map(() => width),
    frozenRows: 1,
    frozenColumns: 0,
    blocks: layOutTable(0, rowCount, table),
    tables: [],
    validations: [],
    merges: [],
  };
  await writeNewXlsx({
    raw: { name: '', sheets: [] },
    plan: { ledgers: [], sheets: [sheet], styles: CELL_STYLES, language: 'zh-CN' },
    sink: await nodeByteSink(path, []),
    compression: createNodeCompression(),
  });
}

/**
 * The core's own consolidation of {@link ledgerOf}, in two steps: the texts become cleaned and coded
 * columns, and those the sorted customers.
 */
export function prepareGrouping(workbook: RawWorkbook) {
  const found = findLayouts(workbook, {});
  if (!found.ok) throw new Error(`no layout: ${JSON.stringify(found.problem)}`);
  const { layouts } = found;
  return { clean: () => readLedger(workbook.sheets, layouts), group };
}

function group(ledger: ReadLedger) {
  const lists = readCustomerLists([], [], ledger.ids, ledger.accounts);
  const directory = resolveManagers(ledger.managerCells);
  const identified = identifyCustomers(ledger, new Uint8Array(ledger.rowCount), lists);
  const deposits = findDeposits(ledger, identified.customer, directory);
  const sums = sumCustomers(ledger, ledger, identified, deposits, directory, {
    dataDate: SETTINGS.today,
    maturingDays: SETTINGS.maturingDays,
  });
  const { balanceFen, dailyAverageFen } = sums;
  const trend = balanceFen.map((balance, customer) =>
    findTrend(balance, dailyAverageFen[customer] ?? 0, SETTINGS),
  );
  const ranking = rankCustomers(
    Uint32Array.from(identified.idCode.keys()),
    balanceFen,
    dailyAverageFen,
    (customer) => ledger.ids.shown(identified.idCode[customer] ?? 0),
    SETTINGS,
  );
  return { balanceFen, dailyAverageFen, trend, ranking };
}

/** Cells with a content in a sheet. */
export function countCells({ columns, rowCount }: RawSheet): number {
  let cells = 0;
  for (const { kinds } of columns) {
    for (let row = 0; row < rowCount; row++) if (kinds[row] !== CellKind.empty) cells++;
  }
  return cells;
}

/** A ledger of three clean columns as the core takes it. */
export function ledgerOf(
  ids: readonly string[],
  balancesFen: Float64Array,
  averagesFen: Float64Array,
): RawWorkbook {
  const headers = ['客户号', '本年余额', '本年日均'];
  const texts = [...headers, ...ids];
  const rowCount = ids.length + 1;
  const column = (header: number, kind: number, value: (row: number) => number): CellColumn => {
    const kinds = new Uint8Array(rowCount).fill(kind);
    const values = new Float64Array(rowCount);
    kinds[0] = CellKind.text;
    values[0] = header;
    for (let row = 1; row < rowCount; row++) values[row] = value(row - 1);
    return { kinds, values };
  };
  const sheet: RawSheet = {
    name: '存款明细',
    hidden: false,
    rowCount,
    columns: [
      column(0, CellKind.text, (row) => headers.length + row),
      column(1, CellKind.number, (row) => (balancesFen[row] ?? 0) / 100),
      column(2, CellKind.number, (row) => (averagesFen[row] ?? 0) / 100),
    ],
    texts: { size: texts.length, get: (index) => texts[index] ?? '' },
    merges: [],
    date1904: false,
  };
  return { name: 'ledger-20251130.xlsx', sheets: [sheet] };
}
