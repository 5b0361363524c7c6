import { PRIORITIES, SET_ASIDE_REASONS, TRENDS, type Analysis } from '../../core';
import { findMaturingRows } from '../../report';
import type { PaneAnalysis, PaneCustomers, PaneFigures, ParetoCurve } from './paneAnalysis';

/** The view of an analysis that the pane shows. */
export function viewAnalysis(analysis: Analysis): PaneAnalysis {
  const { workbookName, dataDate, basis, hasDelta, hasBalance, hasDailyAverage } = analysis;
  return {
    ...{ workbookName, dataDate, basis, hasDelta, hasBalance, hasDailyAverage },
    figures: viewFigures(analysis),
    managers: analysis.managers.map(({ name, code, own, accounts, balanceFen }) => {
      return { name, code, own, accounts, balanceFen };
    }),
    ownNamed: analysis.ownNamed,
    assumptions: analysis.assumptions,
    warnings: analysis.warnings,
    pareto: viewPareto(analysis),
    customers: viewCustomers(analysis),
  };
}

function viewFigures(analysis: Analysis): PaneFigures {
  const { totals, customers, callList } = analysis;
  const trends = TRENDS.map(() => ({ customers: 0, deltaFen: 0, balanceFen: 0 }));
  const priorities = PRIORITIES.map(() => 0);
  let crossOwned = 0;
  for (const customer of callList) {
    const trend = trends[customers.trend[customer] ?? 0];
    if (trend) {
      trend.customers++;
      trend.deltaFen += customers.deltaFen[customer] ?? 0;
      trend.balanceFen += customers.balanceFen[customer] ?? 0;
    }
    const priority = customers.priority[customer] ?? 0;
    priorities[priority] = (priorities[priority] ?? 0) + 1;
    crossOwned += customers.crossOwned[customer] ?? 0;
  }
  const none = { customers: 0, deltaFen: 0, balanceFen: 0 };
  const [outflow = none, inflow = none, stable = none] = trends;
  const [P1 = 0, P2 = 0, P3 = 0, P4 = 0] = priorities;
  return {
    customers: totals.customers,
    accounts: totals.accounts,
    balanceFen: totals.balanceFen,
    dailyAverageFen: totals.dailyAverageFen,
    notInBook: totals.notInBook,
    rowsRead: totals.rowsRead,
    rowsKept: totals.rowsKept,
    setAside: viewSetAside(analysis),
    trends: { outflow, inflow, stable },
    priorities: { P1, P2, P3, P4 },
    crossOwned,
    exchanges: analysis.exchanges().length,
    maturing: viewMaturing(analysis),
    controlTotal: analysis.controlTotal.state,
  };
}

function viewSetAside({ totals }: Analysis): PaneFigures['setAside'] {
  return SET_ASIDE_REASONS.flatMap((reason) =>
    reason === 'kept' || totals.setAside[reason] === 0
      ? []
      : [{ reason, rows: totals.setAside[reason] }],
  ).sort((a, b) => b.rows - a.rows);
}

function viewMaturing(analysis: Analysis): PaneFigures['maturing'] {
  const rows = findMaturingRows(analysis);
  const balanceFen = rows.reduce((sum, row) => sum + (analysis.ledger.balanceFen[row] ?? 0), 0);
  return { deposits: rows.length, balanceFen, days: analysis.settings.reminderDays };
}

/** Points of the curve: enough for a picture a few hundred pixels wide. */
const CURVE_POINTS = 100;

function viewPareto({ byRank, customers, pareto }: Analysis): ParetoCurve {
  const count = byRank.length;
  const steps = Math.min(CURVE_POINTS, count);
  const points = Array.from({ length: steps }, (_, i) => Math.ceil(((i + 1) * count) / steps));
  return {
    ...pareto,
    customerShares: [0, ...points.map((point) => point / count)],
    amountShares: [
      0,
      ...points.map((point) => customers.cumulativeShare[byRank[point - 1] ?? 0] ?? 0),
    ],
  };
}

function viewCustomers({ callList, customers }: Analysis): PaneCustomers {
  const order = Array.from(callList);
  const bytes = (values: Uint8Array) => Uint8Array.from(order, (customer) => values[customer] ?? 0);
  const days = (values: Int32Array) => Int32Array.from(order, (customer) => values[customer] ?? 0);
  const amounts = (values: Float64Array) =>
    Float64Array.from(order, (customer) => values[customer] ?? 0);
  return {
    count: order.length,
    customer: Uint32Array.from(order),
    id: order.map((customer) => customers.id(customer)),
    name: order.map((customer) => customers.name(customer)),
    phone: order.map((customer) => customers.detail(customer, 'phone')),
    priority: bytes(customers.priority),
    trend: bytes(customers.trend),
    valueClass: bytes(customers.valueClass),
    nameSource: bytes(customers.nameSource),
    rank: days(customers.rank),
    balanceFen: amounts(customers.balanceFen),
    dailyAverageFen: amounts(customers.dailyAverageFen),
    deltaFen: amounts(customers.deltaFen),
    nextMaturity: days(customers.nextMaturity),
    crossOwned: bytes(customers.crossOwned),
    foreign: bytes(customers.foreign),
    openedThisYear: bytes(customers.openedThisYear),
  };
}
