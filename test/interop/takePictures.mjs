import { rmSync } from 'node:fs';
import { findPages, savePage } from './findPages.mjs';

const FIRST_PAGES = 2;
const DOTS_PER_INCH = 70;

/** Keeps PNG pictures of the first pages of each of our sheets; gives how many. */
export function takePictures(pdf) {
  let pictures = 0;
  for (const [sheet, pages] of findPages(pdf)) {
    const name = sheet.replaceAll(/[^\p{L}\p{N}]+/gu, '_');
    for (const [index, page] of pages.slice(0, FIRST_PAGES).entries()) {
      const target = `${pdf.replace(/\.pdf$/, '')}-${name}-${index + 1}`;
      savePage(pdf, page, { target, dotsPerInch: DOTS_PER_INCH });
      pictures++;
    }
  }
  rmSync(pdf);
  return pictures;
}
