import { readFileSync } from 'node:fs';

/** The first of the `expected` figures that a contestant has wrong, in words; else undefined. */
export function checkFigures(result, truth, expected) {
  if (result.problem !== undefined) return undefined;
  const name = expected.find((figure) => result[figure] !== truth[figure]);
  return name && `${name} is ${result[name]}, not ${truth[name]}`;
}

/** The same for the report that the command line leaves. */
export function checkReport(path, truth) {
  const { totals, rows } = JSON.parse(readFileSync(path, 'utf8'));
  const figures = {
    rows: rows.read,
    kept: rows.kept,
    customers: totals.customers,
    balanceFen: Math.round(totals.balance * 100),
    dailyAverageFen: Math.round(totals.dailyAverage * 100),
  };
  return checkFigures(figures, truth, Object.keys(figures));
}
