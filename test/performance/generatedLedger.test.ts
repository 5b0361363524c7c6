import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzeHandover, DEFAULT_SETTINGS, type Analysis } from '../../src/core';
import { createNodeCompression } from '../../src/workbook/file/nodeCompression';
import { openNodeByteSource } from '../../src/workbook/file/nodeByteSource';
import { readXlsx } from '../../src/workbook/file/ooxml/readXlsx';
import { createLedger, type LedgerTruth } from './ledger/ledgerRows.mjs';
import { writeXlsxLedger } from './ledger/writeXlsxLedger.mjs';

const ROWS = 1500;

describe('the analysis arrives at the true figures of a generated ledger (SPEC 2, 3)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handover-ledger-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    { seed: 1, strings: 'shared' as const },
    { seed: 2, strings: 'inline' as const },
    { seed: 3, strings: 'shared' as const },
    { seed: 20251130, strings: 'inline' as const },
  ])('seed $seed, $strings strings', async ({ seed, strings }) => {
    const path = join(folder, `${strings}-${String(seed)}.xlsx`);
    const ledger = createLedger({ rows: ROWS, seed });
    await writeXlsxLedger(path, ledger, { strings });
    const { totals, controlTotal } = await analyzeFile(path);

    expect(figuresOf(totals)).toEqual(figuresOfTruth(ledger.truth()));
    expect(controlTotal.state).toBe('matched');
  });
});

async function analyzeFile(path: string): Promise<Analysis> {
  const source = await openNodeByteSource(path);
  const { workbook } = await readXlsx(source, createNodeCompression());
  await source.close();
  const result = analyzeHandover(workbook, { ...DEFAULT_SETTINGS, today: 45991 });
  if (!result.ok) throw new Error(result.problem.code);
  return result.analysis;
}

function figuresOf(totals: Analysis['totals']) {
  const setAside = Object.entries(totals.setAside).filter(([, count]) => count > 0);
  return {
    rows: totals.rowsRead,
    kept: totals.rowsKept,
    setAside: Object.fromEntries(setAside),
    customers: totals.customers,
    balanceFen: totals.balanceFen,
    dailyAverageFen: totals.dailyAverageFen,
    printedBalanceFen: totals.keptBalanceFen,
    printedDailyAverageFen: totals.keptDailyAverageFen,
  };
}

function figuresOfTruth(truth: LedgerTruth) {
  return Object.fromEntries(Object.entries(truth).filter(([figure]) => figure !== 'cells'));
}
