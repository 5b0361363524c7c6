/** A ledger of 100,000 × 15 through Office.js and a simulated Excel: requests, time, peak memory. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npx', ['jest', '-w', '1', 'test/workbook/excel/largeLedger'], {
  stdio: 'inherit',
  shell: true,
  env: { ROWS: '100000', ...process.env },
});
process.exitCode = status ?? 1;
