import { rmSync } from 'node:fs';
import { run } from './tools.mjs';

const FIRST_PAGES = 2;
const DOTS_PER_INCH = '70';
/** What a page of ours has at its foot: the sheet's name, then the page number. */
const FOOT = /^\s*(\S.*?)\s{2,}.*(?:第\s*\d+\s*页|Page\s+\d+)/;

/** Keeps PNG pictures of the first pages of each of our sheets, by the names at their feet. */
export function takePictures(pdf) {
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  const taken = new Map();
  let pictures = 0;
  pages.forEach((page, index) => {
    const lines = page.split('\n').filter((line) => line.trim() !== '');
    const sheet = FOOT.exec(lines.at(-1) ?? '')?.[1];
    if (sheet === undefined) return;
    const count = (taken.get(sheet) ?? 0) + 1;
    taken.set(sheet, count);
    if (count > FIRST_PAGES) return;
    const number = String(index + 1);
    const target = `${pdf.replace(/\.pdf$/, '')}-${sheet.replaceAll(/[^\p{L}\p{N}]+/gu, '_')}-${count}`;
    run('pdftoppm', [
      '-r',
      DOTS_PER_INCH,
      '-f',
      number,
      '-l',
      number,
      '-singlefile',
      '-png',
      pdf,
      target,
    ]);
    pictures++;
  });
  rmSync(pdf);
  return pictures;
}
