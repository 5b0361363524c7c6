/**
 * Prints the figures of a report that the command line has left, as one line of JSON. A program of
 * its own, because a report of a million rows would swell the process that measures (see prepare).
 *
 * usage: node reportFigures.mjs REPORT.json
 */
import { readFileSync } from 'node:fs';

const { totals, rows } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
console.log(
  JSON.stringify({
    rows: rows.read,
    kept: rows.kept,
    customers: totals.customers,
    balanceFen: Math.round(totals.balance * 100),
    dailyAverageFen: Math.round(totals.dailyAverage * 100),
  }),
);
