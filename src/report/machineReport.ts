import {
  columnLetter,
  findReasons,
  isoDay,
  NAME_SOURCES,
  NO_DAY,
  PRIORITIES,
  SET_ASIDE_REASONS,
  STANCES,
  TRENDS,
  VALUE_CLASSES,
  type Analysis,
  type SheetLayout,
} from '../core';
import type { ReportWords } from './reportWords';

/** What turns problems and reasons into words. */
type MachineWords = Pick<ReportWords, 'problem' | 'reason'>;

/**
 * The report for machines (SPEC 11) as chunks of JSON text, amounts in yuan with two decimals,
 * customers in call-list order. It is written in chunks because a million rows make a text that no
 * single string can hold.
 */
export function* machineReport(analysis: Analysis, words: MachineWords): Generator<string> {
  const { assumptions, warnings, totals, pareto, controlTotal } = analysis;
  yield `{"dataDate":${json(isoDay(analysis.dataDate))},"basis":${json(analysis.basis)}`;
  yield `,\n"assumptions":${json(assumptions.map((problem) => words.problem(problem)))}`;
  yield `,\n"warnings":${json(warnings.map((problem) => words.problem(problem)))}`;
  yield `,\n"sheets":${json(analysis.layouts.filter(({ ours }) => ours !== true).map(describeSheet))}`;
  yield `,\n"rows":${json({ read: totals.rowsRead, kept: totals.rowsKept, setAside: totals.setAside })}`;
  yield `,\n"totals":{"customers":${json(totals.customers)},"accounts":${json(totals.accounts)}`;
  yield `,"balance":${yuan(totals.balanceFen)},"dailyAverage":${yuan(totals.dailyAverageFen)}`;
  yield `,"notInBook":${json(totals.notInBook)}}`;
  yield `,\n"pareto":${json({ top20Share: pareto.top20Share, customersFor80: pareto.customersFor80 })}`;
  yield `,"controlTotal":${json(controlTotal.state)}`;
  yield ',\n"customers":[';
  yield* chunked(analysis.callList.length, (index) =>
    describeCustomer(analysis, analysis.callList[index] ?? 0, words),
  );
  yield '],\n"setAside":[';
  const rows = setAsideRows(analysis);
  yield* chunked(rows.length, (index) => describeSetAside(analysis, rows[index] ?? 0));
  yield ']}\n';
}

/** Small chunks die young: the report of a million rows needs no memory to speak of. */
const CHUNK = 100;

function* chunked(count: number, describe: (index: number) => string): Generator<string> {
  for (let from = 0; from < count; from += CHUNK) {
    const lines: string[] = [];
    for (let index = from; index < Math.min(count, from + CHUNK); index++) {
      lines.push(`${index === 0 ? '' : ','}\n${describe(index)}`);
    }
    yield lines.join('');
  }
}

function describeSheet(layout: SheetLayout) {
  const columns = Object.fromEntries(
    Object.entries(layout.columns).map(([field, list]) => [
      field,
      list.map(columnLetter).join(','),
    ]),
  );
  const found = layout.headerRow >= 0 && layout.role !== 'other';
  return {
    name: layout.name,
    role: layout.role,
    ...(found && { headerRow: layout.headerRow + 1 }),
    ...(layout.role === 'ledger' && { unit: 10 ** layout.balanceUnit }),
    ...(found && { columns }),
  };
}

function describeCustomer(analysis: Analysis, index: number, words: MachineWords): string {
  const { customers, hasBalance, hasDailyAverage, hasDelta } = analysis;
  const maturity = customers.nextMaturity[index] ?? NO_DAY;
  const stance = customers.stance[index] ?? 0;
  const facts: [string, string][] = [
    ['customerId', json(customers.id(index))],
    ['name', json(customers.name(index))],
    ['nameSource', json(NAME_SOURCES[customers.nameSource[index] ?? 0])],
    ['accounts', json(customers.accounts[index])],
    ['deposits', json(customers.deposits[index])],
    ['balance', hasBalance ? yuan(customers.balanceFen[index]) : 'null'],
    ['dailyAverage', hasDailyAverage ? yuan(customers.dailyAverageFen[index]) : 'null'],
    ['delta', hasDelta ? yuan(customers.deltaFen[index]) : 'null'],
    ['trend', hasDelta ? json(TRENDS[customers.trend[index] ?? 0]) : 'null'],
    ['rank', json(customers.rank[index])],
    ['cumulativeShare', json(customers.cumulativeShare[index])],
    ['valueClass', json(VALUE_CLASSES[customers.valueClass[index] ?? 0])],
    ['priority', json(PRIORITIES[customers.priority[index] ?? 0])],
    ['contactOrder', json(customers.contactOrder[index])],
    ['reasons', json(findReasons(analysis, index).map((reason) => words.reason(reason)))],
    ['crossOwned', json(customers.crossOwned[index] === 1)],
    ['ownShare', json(customers.ownShare[index])],
    ['stance', stance > 0 ? json(STANCES[stance - 1]) : 'null'],
    ['nextMaturity', maturity === NO_DAY ? 'null' : json(isoDay(maturity))],
    ['maturing30', yuan(customers.maturing30Fen[index])],
    ['demand', yuan(customers.demandFen[index])],
    ['term', yuan(customers.termFen[index])],
    ['other', yuan(customers.otherFen[index])],
    ['managers', `[${describeManagers(analysis, index)}]`],
  ];
  return `{${facts.map(([name, value]) => `"${name}":${value}`).join(',')}}`;
}

/** Managers by name; the unnamed other is left out. */
function describeManagers({ customers, managers }: Analysis, index: number): string {
  const parts: string[] = [];
  const to = customers.partStart[index + 1] ?? 0;
  for (let part = customers.partStart[index] ?? 0; part < to; part++) {
    const manager = managers[customers.partManager[part] ?? -1];
    if (!manager) continue;
    parts.push(
      `{"name":${json(manager.name || manager.code)},"code":${json(manager.code)}` +
        `,"accounts":${json(customers.partAccounts[part])}` +
        `,"balance":${yuan(customers.partBalanceFen[part])}` +
        `,"dailyAverage":${yuan(customers.partDailyAverageFen[part])}}`,
    );
  }
  return parts.join(',');
}

function setAsideRows({ ledger }: Analysis): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < ledger.rowCount; row++) if (ledger.reason[row] !== 0) rows.push(row);
  return Uint32Array.from(rows);
}

function describeSetAside({ ledger, layouts }: Analysis, row: number): string {
  return json({
    sheet: layouts[ledger.layout[row] ?? 0]?.name,
    row: (ledger.sourceRow[row] ?? 0) + 1,
    reason: SET_ASIDE_REASONS[ledger.reason[row] ?? 0],
  });
}

function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** Fen as a JSON number of yuan with two decimals. */
function yuan(fen: number | undefined): string {
  const whole = Math.abs(fen ?? 0);
  const rest = whole % 100;
  const sign = (fen ?? 0) < 0 ? '-' : '';
  return `${sign}${String((whole - rest) / 100)}.${String(rest).padStart(2, '0')}`;
}
