/**
 * Makes the benchmark's ledgers: node generateLedger.mjs --rows 100000 [--format xlsx|csv|gbk]
 * [--strings shared|inline] [--seed N] [--out FILE]. Prints where the file is and the true figures.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createLedger } from './ledger/ledgerRows.mjs';
import { writeCsvLedger } from './ledger/writeCsvLedger.mjs';
import { writeXlsxLedger } from './ledger/writeXlsxLedger.mjs';

export const CACHE_FOLDER = join(tmpdir(), 'handover-benchmarks');
/** Raise it when the rows change, or cached files of an older make would be taken. */
const VERSION = 3;
const DEFAULT_SEED = 20251130;

/**
 * Path of the ledger and its true figures (amounts in fen). `format` csv and gbk come with the
 * customer list in `customersPath`; an .xlsx holds it as its second sheet. Files are kept.
 */
export async function generateLedger({
  rows,
  format = 'xlsx',
  strings = 'shared',
  seed = DEFAULT_SEED,
  out,
}) {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const extension = format === 'xlsx' ? 'xlsx' : 'csv';
  const stem = `ledger-v${VERSION}-${rows}-${seed}-${format === 'xlsx' ? strings : format}`;
  const path = out ?? join(CACHE_FOLDER, `${stem}.${extension}`);
  const customersPath = path.replace(/\.csv$/, '.customers.csv');
  const truthPath = `${path}.truth.json`;
  if (!existsSync(truthPath) || !existsSync(path)) {
    const ledger = createLedger({ rows, seed });
    const unfinished = `${path}.part`;
    if (format === 'xlsx') {
      await writeXlsxLedger(unfinished, ledger, { strings });
    } else {
      const encoding = format === 'gbk' ? 'gb18030' : 'utf8';
      writeCsvLedger(unfinished, ledger.ledgerRows(), { encoding });
      writeCsvLedger(customersPath, ledger.customerRows(), { encoding });
    }
    renameSync(unfinished, path);
    writeFileSync(truthPath, `${JSON.stringify(ledger.truth())}\n`);
  }
  const truth = JSON.parse(readFileSync(truthPath, 'utf8'));
  return format === 'xlsx' ? { path, truth } : { path, customersPath, truth };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '10000' },
      format: { type: 'string', default: 'xlsx' },
      strings: { type: 'string', default: 'shared' },
      seed: { type: 'string', default: String(DEFAULT_SEED) },
      out: { type: 'string' },
    },
  });
  const made = await generateLedger({
    ...values,
    rows: Number(values.rows),
    seed: Number(values.seed),
  });
  console.log(JSON.stringify(made, null, 2));
}
