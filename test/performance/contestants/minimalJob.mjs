/**
 * The job that every library can do, in plain JavaScript: cleans ids and amounts, counts a deposit
 * once, groups per customer, looks up names, sorts, flags the customers that make 80 %.
 * Shared by the contestants that only read and write.
 */
import { COLUMN, DOMESTIC, LEADING_ROWS, TABLE_HEADER } from './ledgerColumns.mjs';

/** Takes both sheets as arrays of rows of cell values (sheet row 1 first). */
export function runMinimalJob(ledgerRows, customerRows) {
  const groups = groupRows(ledgerRows);
  const names = namesById(customerRows);
  const customers = [...groups.values()].sort((a, b) => b.balanceFen - a.balanceFen);
  for (const customer of customers) customer.name = names.get(customer.id) ?? customer.name;
  return rankTable(customers);
}

function groupRows(rows) {
  const groups = new Map();
  const seen = new Set();
  for (let index = LEADING_ROWS; index < rows.length; index++) {
    const row = rows[index];
    if (!row) continue;
    const id = cleanId(row[COLUMN.customerId]);
    if (!isDigits(id) || !DOMESTIC.has(row[COLUMN.currency])) continue;
    const balanceFen = parseFen(row[COLUMN.balance]);
    const dailyAverageFen = parseFen(row[COLUMN.dailyAverage]);
    if (Number.isNaN(balanceFen) || Number.isNaN(dailyAverageFen)) continue;
    const account = cleanId(row[COLUMN.account]);
    const key = `${id}|${account}|${row[COLUMN.product]}|${balanceFen}|${dailyAverageFen}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const group = groups.get(id);
    if (group) {
      group.deposits++;
      group.balanceFen += balanceFen;
      group.dailyAverageFen += dailyAverageFen;
    } else {
      const name = row[COLUMN.name] ?? '';
      groups.set(id, { id, name, deposits: 1, balanceFen, dailyAverageFen });
    }
  }
  return groups;
}

function namesById(rows) {
  const names = new Map();
  for (let index = 1; index < rows.length; index++) {
    const row = rows[index];
    if (row) names.set(cleanId(row[0]), row[1]);
  }
  return names;
}

/** Rows of the customers sheet, header first, and the sums to check. */
export function rankTable(customers) {
  let balanceFen = 0;
  let dailyAverageFen = 0;
  for (const customer of customers) {
    balanceFen += customer.balanceFen;
    dailyAverageFen += customer.dailyAverageFen;
  }
  let before = 0;
  const rows = customers.map((customer, index) => {
    const flag = before < 0.8 * balanceFen ? '是' : '';
    before += customer.balanceFen;
    return [
      index + 1,
      customer.id.padStart(10, '0'),
      customer.name,
      customer.deposits,
      customer.balanceFen / 100,
      customer.dailyAverageFen / 100,
      (customer.dailyAverageFen - customer.balanceFen) / 100,
      before / balanceFen,
      flag,
    ];
  });
  const sums = { customers: customers.length, balanceFen, dailyAverageFen };
  return { rows: [TABLE_HEADER, ...rows], sums };
}

/** Digits without blanks and leading zeros. */
export function cleanId(cell) {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return '';
  const text = isDigits(cell) ? cell : cell.normalize('NFKC').replace(BLANKS, '');
  return text.replace(/^0+/, '');
}

/** Amount in fen: 0 for a blank or a dash, NaN for what is no amount. */
export function parseFen(cell) {
  if (typeof cell === 'number') return Math.round(cell * 100);
  if (cell === null || cell === undefined || NOTHING.has(cell)) return 0;
  const plain = cell.normalize('NFKC').replace(DECORATION, '');
  return plain === '' ? NaN : Math.round(Number(plain) * 100);
}

const BLANKS = /[\s\u200b\ufeff]+/g;
const DECORATION = /[\s,¥元\u200b\ufeff]|RMB|CNY/g;
const NOTHING = new Set(['', '-', '—', '--']);
const isDigits = (text) => /^[0-9]+$/.test(text);
