/**
 * What the grouping contestants start from: the cleaned deposits of the benchmark's ledger, once
 * each, as three columns (id as text, amounts in fen). The texts are distinct string objects, as
 * they are when they come from a file or from Excel.
 */
import { createLedger } from '../ledger/ledgerRows.mjs';
import { COLUMN, DOMESTIC, LEADING_ROWS } from './ledgerColumns.mjs';
import { cleanId, parseFen } from './minimalJob.mjs';

export function cleanedColumns({ rows }) {
  const ledger = createLedger({ rows });
  const ids = [];
  const balances = new Float64Array(rows);
  const averages = new Float64Array(rows);
  const seen = new Set();
  let index = 0;
  for (const row of ledger.ledgerRows()) {
    if (index++ < LEADING_ROWS) continue;
    const id = cleanId(row[COLUMN.customerId]);
    if (!/^[0-9]+$/.test(id) || !DOMESTIC.has(row[COLUMN.currency])) continue;
    const balance = parseFen(row[COLUMN.balance]);
    const average = parseFen(row[COLUMN.dailyAverage]);
    const key = `${id}|${cleanId(row[COLUMN.account])}|${row[COLUMN.product]}|${balance}|${average}`;
    if (Number.isNaN(balance) || Number.isNaN(average) || seen.has(key)) continue;
    seen.add(key);
    balances[ids.length] = balance;
    averages[ids.length] = average;
    ids.push(Buffer.from(id).toString('latin1'));
  }
  return {
    ids,
    balances: balances.subarray(0, ids.length),
    averages: averages.subarray(0, ids.length),
  };
}

/** Sums of a customers table, whatever held it. */
export function checkTable(ids, balances, averages) {
  let balanceFen = 0;
  let dailyAverageFen = 0;
  for (let index = 0; index < ids.length; index++) {
    balanceFen += Number(balances[index]);
    dailyAverageFen += Number(averages[index]);
  }
  return { customers: ids.length, balanceFen, dailyAverageFen };
}
