/**
 * Makes the README's pictures: analyses the sample export and keeps one page of each sheet that is
 * worth showing, as LibreOffice prints it, in assets/gallery.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPages, savePage } from './findPages.mjs';
import { requireTools, run, soffice } from './tools.mjs';

const ROOT = join(import.meta.dirname, '../..');
const GALLERY = join(ROOT, 'assets/gallery');
const CLI = join(ROOT, 'dist/cli/handover.js');
const SAMPLE = join(ROOT, 'assets/sample-export.xlsx');
const DOTS_PER_INCH = 76;
/** A script is as good as all of them: the upper part of the page, so that the file stays small. */
const SHOWN_SHARE = { scripts: 0.56 };
/** By language: sheets and the file that shows the first page of each. */
const SHOWN = {
  'zh-CN': {
    概览: 'overview',
    客户汇总: 'customers',
    话术: 'scripts',
    业务交叉: 'shared-customers',
    到期提醒: 'maturities',
  },
  en: { Overview: 'overview-en' },
};

requireTools();
mkdirSync(GALLERY, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'handover-gallery-'));
try {
  for (const [language, sheets] of Object.entries(SHOWN)) {
    const path = join(folder, `${language}.xlsx`);
    const people = ['--me', '周文静', '--predecessor', '陈志远'];
    run(process.execPath, [
      CLI,
      'analyze',
      SAMPLE,
      '--out',
      path,
      '--no-report',
      '--lang',
      language,
      '-q',
      ...people,
    ]);
    soffice('pdf', folder, [path]);
    const pdf = path.replace(/xlsx$/, 'pdf');
    const pages = findPages(pdf);
    for (const [sheet, name] of Object.entries(sheets)) {
      const [page] = pages.get(sheet) ?? [];
      if (page === undefined) throw new Error(`no page of ${sheet} in ${pdf}`);
      const target = join(GALLERY, name);
      savePage(pdf, page, { target, dotsPerInch: DOTS_PER_INCH, share: SHOWN_SHARE[name] });
      console.log(`gallery: assets/gallery/${name}.png`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
