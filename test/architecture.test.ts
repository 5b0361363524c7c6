import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Rules that the map of who may import whom consists of. */
const MAP_RULES = ['import-x/no-restricted-paths', 'no-restricted-imports'];

const FORBIDDEN: readonly (readonly [rule: string, path: string, imported: string])[] = [
  ['the core imports nothing of the host', 'src/core/problems.ts', '../workbook/workbook'],
  ['the core imports no wording', 'src/core/problems.ts', '../messages'],
  ['messages import the core only', 'src/messages/messages.ts', '../report'],
  [
    'the report knows no adapter',
    'src/report/planLedger.ts',
    '../workbook/file/createFileWorkbook',
  ],
  ['the report knows no use case', 'src/report/planLedger.ts', '../app/runHandover'],
  ['an adapter knows no use case', 'src/workbook/file/bytes.ts', '../../app/runHandover'],
  ['an adapter knows no other', 'src/workbook/file/bytes.ts', '../memory/createMemoryWorkbook'],
  [
    'a use case chooses no adapter',
    'src/app/runHandover.ts',
    '../workbook/file/createFileWorkbook',
  ],
  ['a use case has no wording', 'src/app/runHandover.ts', '../messages'],
  [
    'Excel’s front end knows no other adapter',
    'src/excel/findOffice.ts',
    '../workbook/wps/wpsTypes',
  ],
  ['the core has one door', 'src/app/runHandover.ts', '../core/analyzeHandover'],
  ['the report has one door for the command line', 'src/cli/main.ts', '../report/planLedger'],
];
const ALLOWED: typeof FORBIDDEN = [
  ['a use case knows the port', 'src/app/runHandover.ts', '../workbook/workbook'],
  ['a use case knows the core', 'src/app/runHandover.ts', '../core'],
  ['the command line opens files', 'src/cli/openFiles.ts', '../workbook/file/createFileWorkbook'],
];

/** Rules of the map broken by a file that imports as each entry says. */
function lintPlanted(entries: typeof FORBIDDEN): string[][] {
  const texts = entries.map(([, path, imported]) => ({
    path,
    text: `import * as planted from '${imported}';\nexport const used = planted;\n`,
  }));
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'lintTexts.mjs')], {
    cwd: join(__dirname, '..'),
    input: JSON.stringify({ rules: MAP_RULES, texts }),
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

test('every planted import that the map forbids is an error, the allowed ones are not', () => {
  const rules = lintPlanted([...FORBIDDEN, ...ALLOWED]);
  const broken = [...FORBIDDEN, ...ALLOWED].filter((_, i) => (rules[i] ?? []).length > 0);
  expect(broken.map(([rule]) => rule)).toEqual(FORBIDDEN.map(([rule]) => rule));
}, 120_000);
