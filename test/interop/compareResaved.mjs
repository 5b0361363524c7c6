import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { python, soffice } from './tools.mjs';

const XLSX = createRequire(import.meta.url)('@e965/xlsx');
const CLI = join(import.meta.dirname, '../../dist/cli/handover.js');

/** LibreOffice computes it anew, in the number format of whatever row comes first. */
const PIVOT = '透视';

/**
 * Saves an annotated workbook again in other programs' hands, then analyses and restores what they
 * saved. Lists what is wrong: a run that fails, sheets of ours that double, original cells or
 * formats, as that program keeps them, that do not come back.
 */
export function compareResaved(original, annotated, folder) {
  const programs = [
    ['libreoffice', saveByLibreOffice],
    ['openpyxl', (pairs) => pairs.forEach(([from, to]) => python('resave.py', from, to))],
    ['sheetjs', (pairs) => pairs.forEach(saveBySheetJs)],
  ];
  return programs.map(([program, save]) => {
    const at = (step) => join(folder, program, `${step}.xlsx`);
    mkdirSync(join(folder, program), { recursive: true });
    save([
      [annotated, at('saved')],
      [original, at('original')],
    ]);
    const differences = [
      ...handover('analyze', at('saved'), at('again'), '--no-report'),
      ...handover('restore', at('saved'), at('restored')),
      ...handover('restore', at('again'), at('restored-again')),
    ];
    if (differences.length > 0) return { program, count: 0, differences };
    const saved = readBook(at('saved')).SheetNames.toSorted().join();
    const again = readBook(at('again')).SheetNames.toSorted().join();
    if (saved !== again) differences.push(`sheets ${saved} became ${again}`);
    const wanted = readBook(at('original'));
    const checks = ['restored', 'restored-again'].map((step) => {
      const result = compareBooks(wanted, readBook(at(step)));
      differences.push(...result.differences.map((text) => `${step}: ${text}`));
      return result.count;
    });
    return { program, count: checks[0] + checks[1], differences };
  });
}

function readBook(path) {
  return XLSX.read(readFileSync(path), { cellStyles: true, cellNF: true, cellText: false });
}

function handover(...[command, from, to, ...options]) {
  try {
    execFileSync(process.execPath, [CLI, command, from, '-o', to, '-q', ...options], {
      stdio: 'pipe',
      env: { ...process.env, LANG: 'zh_CN.UTF-8' },
    });
    return [];
  } catch (error) {
    return [`${command}: ${String(error.stderr).trim()}`];
  }
}

/** All with one start of it. */
function saveByLibreOffice(pairs) {
  const given = pairs.map(([from, to]) => {
    const copy = join(to, '..', `given-${basename(to)}`);
    copyFileSync(from, copy);
    return copy;
  });
  const out = join(given[0], '../out');
  soffice('xlsx', out, given);
  pairs.forEach(([, to], i) => copyFileSync(join(out, basename(given[i])), to));
}

function saveBySheetJs([from, to]) {
  XLSX.writeFile(readBook(from), to, { bookType: 'xlsx' });
}

function compareBooks(wanted, found) {
  const differences = [];
  let count = 0;
  if (wanted.SheetNames.join() !== found.SheetNames.join()) {
    differences.push(`sheets ${wanted.SheetNames.join()} are ${found.SheetNames.join()}`);
  }
  for (const name of wanted.SheetNames) {
    const cells = Object.keys({ ...wanted.Sheets[name], ...found.Sheets[name] });
    for (const at of cells.filter((key) => !key.startsWith('!'))) {
      count++;
      const [one, other] = [wanted, found].map((book) =>
        describe(book.Sheets[name]?.[at], name !== PIVOT),
      );
      if (one !== other) differences.push(`${name}!${at}: ${one} is ${other}`);
    }
  }
  return { count, differences };
}

/** Value, number format and fill of a cell; an empty one without a fill is none. */
function describe(cell, withFormat) {
  const fill = cell?.s?.fgColor?.rgb ?? '';
  const value = cell?.v ?? '';
  if (value === '' && fill === '') return '';
  return JSON.stringify(withFormat ? [cell.t, value, cell.z, fill] : [cell.t, value]);
}
