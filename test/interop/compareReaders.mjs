import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { python } from './tools.mjs';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');

/** The cells that openpyxl and SheetJS read differently; both must see the whole workbook. */
export function compareReaders(path) {
  const book = XLSX.read(readFileSync(path), { cellText: false });
  const other = JSON.parse(python('read_cells.py', path));
  const differences = [];
  let count = 0;
  if (JSON.stringify(book.SheetNames) !== JSON.stringify(Object.keys(other))) {
    differences.push(`sheets ${book.SheetNames.join()} and ${Object.keys(other).join()}`);
  }
  for (const name of book.SheetNames) {
    const cells = other[name]?.cells ?? {};
    for (const [at, cell] of Object.entries(book.Sheets[name])) {
      if (at.startsWith('!') || cell.v === undefined || cell.v === '') continue;
      count++;
      if (!isSame(cell.v, cells[at])) {
        differences.push(`${name}!${at}: SheetJS ${String(cell.v)}, openpyxl ${String(cells[at])}`);
      }
    }
  }
  return { count, differences };
}

function isSame(one, other) {
  if (typeof one === 'number' && typeof other === 'number') {
    // A date with a time comes as a fraction of a day from one and in seconds from the other.
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)) + 1e-8;
  }
  return normal(one) === normal(other);
}

function normal(value) {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
}
