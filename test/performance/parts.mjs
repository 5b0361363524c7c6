/** What is measured: the parts of the benchmark, and in each the contestants and the goals. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CACHE_FOLDER } from './generateLedger.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const ROOT = join(FOLDER, '..', '..');
const COMMAND_LINE = join(ROOT, 'dist', 'cli', 'handover.js');
const PYTHON_PEERS = 'apt-get install -y python3-pandas python3-openpyxl';

/**
 * The parts, in order. A contestant's `run(files)` says how to start it for one size of ledger;
 * `expect` names the true figures that its result must equal.
 */
export function planParts({ entry, python }) {
  const ours = (job, files, more = {}) => contestant('ours', job, { ...files, entry, ...more });
  return [
    {
      key: 'read',
      title: 'Reading an .xlsx (both sheets to values in memory)',
      note: 'Floor: inflating, looking at every byte and making the shared strings; no cells.',
      expect: ['cells'],
      contestants: [
        { label: 'floor', run: (files) => contestant('floor', 'read', files), expect: [] },
        { label: 'ours', run: (files) => ours('read', files) },
        { label: 'hucre, stream', run: (files) => contestant('hucre', 'stream', files) },
        { label: 'hucre, readXlsx', run: (files) => contestant('hucre', 'read', files) },
        { label: 'SheetJS, dense', run: (files) => contestant('sheetjs', 'read', files) },
      ],
      goals: [
        { of: 'ours', to: 'floor', most: 1.5 },
        { of: 'ours', to: 'SheetJS, dense', most: 1 / 10 },
      ],
    },
    {
      key: 'minimal',
      title: 'The minimal job (read, clean, group, name, sort, delta, 80 %, write one sheet)',
      note:
        'Ours does the whole analysis here and writes the customers sheet; the peers do only what ' +
        'the title says. "Whole job" is our command line from start to exit: the complete ' +
        'annotated workbook.',
      expect: ['customers', 'balanceFen', 'dailyAverageFen'],
      contestants: [
        { label: 'ours', run: (files) => ours('minimal', files) },
        { label: 'ours, whole job', run: commandLine, expect: [] },
        { label: 'DuckDB from CSV, writing by ours', run: duckdb('minimal', entry) },
        { label: 'hucre, stream + Map', run: (files) => contestant('hucre', 'minimal', files) },
        { label: 'SheetJS, dense + Map', run: (files) => contestant('sheetjs', 'minimal', files) },
        {
          label: 'pandas + openpyxl',
          missing: python === undefined ? `not installed here: ${PYTHON_PEERS}` : undefined,
          run: ({ path, out }) => ({
            command: python,
            args: [join(FOLDER, 'contestants', 'pandasMinimal.py'), path, out],
          }),
        },
      ],
      goals: [
        { of: 'ours', to: 'pandas + openpyxl', most: 1 / 15 },
        { of: 'ours', to: 'SheetJS, dense + Map', most: 1 / 6 },
        { of: 'ours, whole job', to: 'pandas + openpyxl', most: 1 / 6 },
      ],
    },
    {
      key: 'group',
      title: 'Grouping in memory (cleaned columns to the sorted customers table)',
      note:
        'The core groups the coded columns that its cleaning leaves; "from texts" cleans and codes ' +
        'the ids and amounts first. Memory includes the input. DuckDB from CSV reads a file of ' +
        'three clean columns.',
      expect: ['customers', 'balanceFen', 'dailyAverageFen'],
      contestants: [
        { label: 'ours', run: (files) => ours('groupColumns', files) },
        { label: 'ours, from texts', run: (files) => ours('groupTexts', files) },
        { label: 'Map of objects', run: (files) => contestant('plainMap', 'group', files) },
        { label: 'DuckDB, appender', run: duckdb('groupAppended') },
        { label: 'DuckDB, from CSV', run: duckdb('groupFromCsv') },
        { label: 'arquero', run: (files) => contestant('arquero', 'group', files) },
      ],
      goals: [
        { of: 'ours', to: 'DuckDB, appender', most: 1 },
        { of: 'ours, from texts', to: 'DuckDB, appender', most: 1 },
      ],
    },
  ];
}

/** Our command line over a file: the complete annotated workbook. */
export function commandLine({ path, out, report }) {
  const peakFile = join(CACHE_FOLDER, 'peak.txt');
  const args = ['--import', pathToFileURL(join(FOLDER, 'reportPeak.mjs')).href, COMMAND_LINE];
  args.push('analyze', path, '--out', out, '--quiet');
  args.push(...(report === undefined ? ['--no-report'] : ['--report', report]));
  return { command: process.execPath, args, env: { PEAK_FILE: peakFile }, peakFile };
}

/** The figures of a report that the command line has left. */
export function reportFigures(report) {
  return { command: process.execPath, args: [join(FOLDER, 'reportFigures.mjs'), report] };
}

/** A Python that has pandas and openpyxl, or undefined. */
export function findPython() {
  return ['/usr/bin/python3', 'python3'].find((python) => {
    if (python.startsWith('/') && !existsSync(python)) return false;
    return spawnSync(python, ['-c', 'import pandas, openpyxl']).status === 0;
  });
}

function duckdb(job, entry) {
  return (files) => contestant('duckdb', job, { ...files, entry });
}

function contestant(name, job, options) {
  const script = join(FOLDER, 'contestants', `${name}.mjs`);
  return { command: process.execPath, args: [script, job, JSON.stringify(options)] };
}
