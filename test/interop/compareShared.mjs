import { basename, join } from 'node:path';
import { python, run, soffice } from './tools.mjs';

/** Phone and account numbers, however they are spelled. */
const NUMBER = /^(?:1[3-9]\d{9}|\d{15,})$/;
/** Sheets that a copy to share leaves out. */
const LEFT_OUT = /^(?:原始数据|交接设置)/;

/**
 * Makes a copy to share of an annotated workbook and opens it in LibreOffice and openpyxl: both
 * must show the same cells, none with a number of the input in full.
 */
export function compareShared(cli, { input, annotated, folder }) {
  const copy = join(folder, `shared-${basename(annotated)}`);
  run(process.execPath, [cli, 'share', annotated, '-o', copy, '-q']);
  const opened = join(folder, 'opened');
  soffice('xlsx', opened, [copy]);
  const numbers = new Set(textsOf(input).flatMap(({ text }) => (NUMBER.test(text) ? [text] : [])));
  const differences = numbers.size > 100 ? [] : [`only ${numbers.size} numbers in the input`];
  const masked = textsOf(annotated).filter(
    ({ sheet, text }) => !LEFT_OUT.test(sheet) && holds(text, numbers),
  ).length;
  if (masked < numbers.size) differences.push(`only ${masked} cells to mask`);
  const shown = [copy, join(opened, basename(copy))].map(textsOf);
  const [cells, again] = shown.map(({ length }) => length);
  if (cells !== again) differences.push(`LibreOffice shows ${again} cells of ${cells}`);
  for (const { sheet, at, text } of shown.flat()) {
    if (holds(text, numbers)) differences.push(`${sheet}!${at} is not masked`);
  }
  return { count: masked, differences };
}

/** Cells with their text: full-width digits as plain ones, nothing between the digits. */
function textsOf(path) {
  return Object.entries(JSON.parse(python('read_cells.py', path))).flatMap(([sheet, { cells }]) =>
    Object.entries(cells).flatMap(([at, value]) => {
      const text = String(value)
        .normalize('NFKC')
        .replaceAll(/[\s'·-]+/g, '');
      // LibreOffice writes no cell for an empty text.
      return text === '' ? [] : [{ sheet, at, text }];
    }),
  );
}

function holds(text, numbers) {
  return (text.match(/\d{11,}/g) ?? []).some((digits) => numbers.has(digits));
}
