/**
 * Opens what the command line writes in other programs' hands: headless LibreOffice recalculates it
 * with all cached values taken out and every formula's value is compared with ours; openpyxl and
 * SheetJS read it back and must see the same cells; what all three save again is analysed once more
 * and restored; the copy to share shows no number in full; LibreOffice prints it, and a picture of
 * the first pages of each sheet is kept in out/interop/pictures; `npm run interop -- --english`
 * prints the English sheets too.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { compareFormulas } from './compareFormulas.mjs';
import { compareReaders } from './compareReaders.mjs';
import { compareResaved } from './compareResaved.mjs';
import { compareShared } from './compareShared.mjs';
import { requireTools, python, run, soffice } from './tools.mjs';
import { takePictures } from './takePictures.mjs';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'out/interop');
const CLI = join(ROOT, 'dist/cli/handover.js');
const SAMPLE = join(ROOT, 'assets/sample-export.xlsx');
/** Without its macros' extension: what openpyxl and SheetJS save has none. */
const STYLED = join(OUT, 'styledLedger.xlsx');
const MORE_SAMPLES = ['test/fixtures/ooxml', 'test/fixtures/xls', '../shared/samples'];
const INPUT = /\.(?:xlsx|xlsm|xls|csv|tsv)$/i;
/**
 * Fixtures hold errors, days before March 1900 and the 1904 system, which SheetJS and openpyxl name in
 * ways of their own: only their formulas are compared.
 */
const NOT_READ = { count: 0, differences: [] };
/** The command line's exit code for an input that it refuses to analyse. */
const REFUSED = 1;

requireTools();
rmSync(OUT, { recursive: true, force: true });
for (const folder of ['written', 'stripped', 'recalculated', 'shared', 'pictures']) {
  mkdirSync(join(OUT, folder), { recursive: true });
}
copyFileSync(join(ROOT, 'test/fixtures/styled/styledLedger.xlsm'), STYLED);

const runs = [
  { input: SAMPLE, language: 'zh-CN' },
  { input: SAMPLE, language: 'en' },
  ...findMoreSamples().map((input) => ({ input, language: 'zh-CN' })),
];
const written = runs.flatMap(analyzeOrSay);

const stripped = written.map(({ name, path }) => {
  const target = join(OUT, 'stripped', name);
  python('strip_cached.py', path, target);
  return target;
});
soffice('xlsx', join(OUT, 'recalculated'), stripped);

let failures = 0;
for (const { input, name, path } of written) {
  const formulas = compareFormulas(path, join(OUT, 'recalculated', name));
  const readers = isFixture(input) ? NOT_READ : compareReaders(path);
  failures += formulas.differences.length + readers.differences.length;
  for (const line of [...formulas.differences, ...readers.differences].slice(0, 10)) {
    console.error(`  ${name}: ${line}`);
  }
  console.log(
    `interop: ${name}: ${formulas.count} formulas recalculated, ${readers.count} cells read ` +
      `by openpyxl and SheetJS, ${formulas.differences.length + readers.differences.length} differences`,
  );
}

for (const { input, path } of [written[0], analyze({ input: STYLED, language: 'zh-CN' })]) {
  const name = basename(input, extname(input));
  for (const resaved of compareResaved(input, path, join(OUT, 'resaved', name))) {
    failures += resaved.differences.length;
    for (const line of resaved.differences.slice(0, 10)) console.error(`  ${name}: ${line}`);
    console.log(
      `interop: ${name} saved again by ${resaved.program}, analysed and restored: ` +
        `${resaved.count} cells, ${resaved.differences.length} differences`,
    );
  }
}

const shared = compareShared(CLI, {
  input: SAMPLE,
  annotated: written[0].path,
  folder: join(OUT, 'shared'),
});
failures += shared.differences.length;
for (const line of shared.differences.slice(0, 10)) console.error(`  shared: ${line}`);
console.log(
  `interop: copy to share opened by LibreOffice and openpyxl: ${shared.count} cells masked, ` +
    `${shared.differences.length} differences`,
);

const printed = written.slice(0, process.argv.includes('--english') ? 2 : 1);
soffice(
  'pdf',
  join(OUT, 'pictures'),
  printed.map(({ path }) => path),
);
for (const { name } of printed) {
  const pictures = takePictures(join(OUT, 'pictures', name.replace(/xlsx$/, 'pdf')));
  console.log(`interop: ${name}: ${pictures} pages pictured in out/interop/pictures`);
}
console.log(`interop: ${written.length} workbooks, ${failures} differences`);
if (failures > 0) process.exitCode = 1;

function analyze({ input, language }) {
  const name = `${basename(input)}-${language}.xlsx`;
  const path = join(OUT, 'written', name);
  run(process.execPath, [CLI, 'analyze', input, '-o', path, '--lang', language, '-q']);
  return { input, name, path };
}

/** Some fixtures are no ledgers: none, with the reason said. */
function analyzeOrSay(job) {
  try {
    return [analyze(job)];
  } catch (error) {
    if (error.status !== REFUSED || !isFixture(job.input)) throw error;
    console.log(`interop: ${basename(job.input)}: refused, ${error.stderr.trim().split('\n')[0]}`);
    return [];
  }
}

function isFixture(path) {
  return path.includes(join('test', 'fixtures'));
}

function findMoreSamples() {
  return MORE_SAMPLES.map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => INPUT.test(path));
}
