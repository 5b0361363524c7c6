import { run } from './tools.mjs';

/** What a page of ours has at its foot: the sheet's name, then the page number. */
const FOOT = /^\s*(\S.*?)\s{2,}.*(?:第\s*\d+\s*页|Page\s+\d+)/;

/** Numbers of the pages of each of our sheets, by the names at their feet. */
export function findPages(pdf) {
  const found = new Map();
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  pages.forEach((page, index) => {
    const lines = page.split('\n').filter((line) => line.trim() !== '');
    const sheet = FOOT.exec(lines.at(-1) ?? '')?.[1];
    if (sheet !== undefined) found.set(sheet, [...(found.get(sheet) ?? []), index + 1]);
  });
  return found;
}

/** Height of an A4 page that stands upright. */
const PAGE_INCHES = 11.69;

/** Keeps one page as `target`.png; with `share`, the upper part of an upright page. */
export function savePage(pdf, page, { target, dotsPerInch, share }) {
  const number = String(page);
  const height =
    share === undefined ? [] : ['-H', String(Math.round(PAGE_INCHES * dotsPerInch * share))];
  const only = ['-f', number, '-l', number, '-singlefile'];
  run('pdftoppm', ['-r', String(dotsPerInch), ...only, ...height, '-png', pdf, target]);
}
