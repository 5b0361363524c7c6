/**
 * Measures ours against its peers, side by side in one run, and prints Markdown tables:
 * npm run bench -- [--quick] [--million] [--rows 10000,100000] [--runs 5] [--only read,minimal,group]
 * [--markdown FILE]. Every run is a fresh process; the rounds are interleaved; figures are medians.
 *
 * It fails only on a wrong result of ours, never on seconds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOurs, installPeers, makeLedger } from './prepare.mjs';
import { checkFigures } from './checkFigures.mjs';
import { formatGoals, formatGrowth, formatPart } from './formatTables.mjs';
import { CACHE_FOLDER } from './generateLedger.mjs';
import { commandLine, findPython, planParts, reportFigures } from './parts.mjs';
import { runContestant } from './runContestant.mjs';
import { summarize } from './summarize.mjs';

const MILLION = 1_000_000;
const WHOLE_JOB_FIGURES = ['rows', 'kept', 'customers', 'balanceFen', 'dailyAverageFen'];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    rows: { type: 'string' },
    runs: { type: 'string' },
    only: { type: 'string', default: 'read,minimal,group,growth' },
    markdown: { type: 'string' },
  },
});
const sizes = (options.rows ?? (options.quick ? '10000' : '10000,100000')).split(',').map(Number);
const runs = Number(options.runs ?? (options.quick ? 3 : 5));
const wanted = new Set(options.only.split(','));

mkdirSync(CACHE_FOLDER, { recursive: true });
installPeers();
const ours = await buildOurs({ commandLine: wanted.has('minimal') || wanted.has('growth') });
const python = findPython();
const parts = planParts({ ...ours, python }).filter(({ key }) => wanted.has(key));
const problems = [];
const report = [
  `Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model}; ` +
    `medians of ${runs} interleaved runs, each in a fresh process.`,
];
for (const part of parts) {
  const columns = [];
  for (const rows of sizes) columns.push(await measurePart(part, rows));
  report.push(formatPart(part, columns), formatGoals(part, columns.at(-1)));
}
if (options.million && wanted.has('growth')) report.push(await measureGrowth());

const markdown = `${report.join('\n\n')}\n`;
console.log(markdown);
if (options.markdown) writeFileSync(options.markdown, markdown);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

/** One size of one part: per contestant the medians, or what is wrong. */
async function measurePart(part, rows) {
  const files = ledgerFiles(rows);
  const results = new Map(part.contestants.map(({ label }) => [label, []]));
  for (let round = 0; round < runs; round++) {
    for (const contestant of part.contestants) {
      const taken = results.get(contestant.label);
      if (contestant.missing || taken.some(({ problem }) => problem)) continue;
      progress(`${part.key}, ${rows} rows, round ${round + 1} of ${runs}: ${contestant.label}`);
      const result = await runContestant(contestant.run(files));
      const expected = contestant.expect ?? part.expect;
      taken.push({ ...result, wrong: checkFigures(result, files.truth, expected) });
    }
  }
  const measured = new Map();
  for (const contestant of part.contestants) {
    const summary = summarize(contestant, results.get(contestant.label));
    measured.set(contestant.label, summary);
    if (contestant.label.startsWith('ours') && summary.note) {
      problems.push(`${contestant.label}, ${part.key}, ${rows} rows: ${summary.note}`);
    }
  }
  if (measured.has('ours, whole job')) await checkWholeJob(files);
  return { rows, measured };
}

/** Our whole job at 100,000 and at a million rows. */
async function measureGrowth() {
  const measured = [];
  for (const [rows, times] of [
    [MILLION / 10, runs],
    [MILLION, Math.min(runs, 3)],
  ]) {
    const files = ledgerFiles(rows);
    const results = [];
    for (let round = 0; round < times; round++) {
      progress(`growth, ${rows} rows, round ${round + 1} of ${times}`);
      results.push(await runContestant(commandLine(files)));
    }
    measured.push({ rows, ...summarize({ label: 'ours, whole job' }, results) });
    await checkWholeJob(files);
  }
  return formatGrowth(measured);
}

/** A further run that is not timed: the figures of the report must be the true ones. */
async function checkWholeJob(files) {
  const report = join(CACHE_FOLDER, 'report.json');
  const run = await runContestant(commandLine({ ...files, report }));
  const figures = run.problem ? run : await runContestant(reportFigures(report));
  const wrong = figures.problem ?? checkFigures(figures, files.truth, WHOLE_JOB_FIGURES);
  if (wrong) problems.push(`ours, whole job, ${files.rows} rows: ${wrong}`);
}

function ledgerFiles(rows) {
  progress(`making the ledgers of ${rows} rows`);
  const { path, truth } = makeLedger(rows, 'xlsx');
  const csv = rows < MILLION ? makeLedger(rows, 'csv') : {};
  const out = join(CACHE_FOLDER, 'out.xlsx');
  return { rows, path, csvPath: csv.path, customersPath: csv.customersPath, out, truth };
}

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
