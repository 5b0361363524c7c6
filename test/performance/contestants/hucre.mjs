/** hucre both ways: rows as a stream, and whole sheets at once. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readXlsx, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import { contest } from './contest.mjs';
import { countCells } from './countCells.mjs';
import { runMinimalJob } from './minimalJob.mjs';

await contest({
  read: {
    work: async ({ path }) => {
      const book = await readXlsx(readFileSync(path));
      return book.sheets.map((sheet) => sheet.rows);
    },
    check: countCells,
  },
  stream: {
    work: ({ path }) => streamSheets(path),
    check: countCells,
  },
  minimal: {
    work: async ({ path, out }) => {
      const [ledger, customers] = await streamSheets(path);
      const table = runMinimalJob(ledger, customers);
      writeFileSync(out, await writeXlsx({ sheets: [{ name: '客户汇总', rows: table.rows }] }));
      return table.sums;
    },
    check: (sums) => sums,
  },
});

async function streamSheets(path) {
  const bytes = readFileSync(path);
  const sheets = [];
  for (const sheet of [0, 1]) {
    const rows = [];
    for await (const row of streamXlsxRows(bytes, { sheet })) rows[row.index] = row.values;
    sheets.push(rows);
  }
  return sheets;
}
