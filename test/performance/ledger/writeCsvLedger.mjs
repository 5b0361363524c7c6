/** Writes a ledger as .csv: the ledger in one file, the customer list in another. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { encodeGb18030 } from './encodeGb18030.mjs';
import { isoDay } from './spellings.mjs';

const CHUNK_CHARS = 1 << 18;

/** `encoding`: `utf8` (with the mark that Excel needs) or `gb18030`, what Chinese systems write. */
export function writeCsvLedger(path, rows, { encoding = 'utf8' } = {}) {
  const encode = encoding === 'utf8' ? (text) => Buffer.from(text) : encodeGb18030;
  const file = openSync(path, 'w');
  let out = encoding === 'utf8' ? '\ufeff' : '';
  for (const row of rows) {
    out += `${row.map(csvField).join(',')}\r\n`;
    if (out.length > CHUNK_CHARS) {
      writeSync(file, encode(out));
      out = '';
    }
  }
  writeSync(file, encode(out));
  closeSync(file);
}

function csvField(cell) {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = typeof cell === 'string' ? cell : isoDay(cell.serial);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
