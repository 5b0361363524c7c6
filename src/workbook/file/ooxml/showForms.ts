import { createRowScan } from './rowScan';
import { SENTINEL } from './scanChunks';
import { scanRows } from './scanRows';
import { createTextArena } from './textArena';

const ROWS = 150;
/** Pieces end in the middle of each form now and then. */
const PIECE = 300;

let isShown = false;

/**
 * Scans some rows with every form of cell, once per process, before the first worksheet. The
 * compiler optimises the scanner for what it has seen: a form that comes later throws the code
 * away, and a ledger's first negative number may stand in its ten-thousandth row (measured: a
 * sixth of the first read).
 */
export function showForms(): void {
  if (isShown) return;
  isShown = true;
  const xml = `${Array.from({ length: ROWS }, (_, i) => rowXml(i + 1)).join('')}</sheetData>`;
  const bytes = new Uint8Array(xml.length + SENTINEL);
  new TextEncoder().encodeInto(xml, bytes);
  const scan = createRowScan({
    part: '',
    prefix: '',
    texts: { arena: createTextArena(), sharedCount: 1 },
    dateStyles: Uint8Array.of(0, 1),
    date1904: false,
    expectedRows: ROWS,
  });
  let at = 0;
  for (let end = PIECE; !scan.done && end < xml.length + PIECE; end += PIECE) {
    at = scanRows(scan, bytes, at, Math.min(end, xml.length));
  }
}

function rowXml(row: number): string {
  const number = String(row);
  const cells = [
    ` s="1" t="s"><v>0</v></c>`,
    ` s="2"><v>-12.5</v></c>`,
    `><v>123456789012</v></c>`,
    `><v>0.30000000000000004</v></c>`,
    `><v>-1.5E-5</v></c>`,
    ` s="1"><v>45000</v></c>`,
    ` t="str"><f>A1&amp;B1</f><v>x</v></c>`,
    ` t="inlineStr"><is><t>text ${number}</t></is></c>`,
    ` t="b"><v>1</v></c>`,
    ` t="e"><v>#N/A</v></c>`,
    ` s="3"/>`,
    `><v/></c>`,
    ` t="str"><v/></c>`,
    `><v>0</v></c>`,
    ` s="2"><v>1234.56</v></c>`,
  ].map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${number}"${cell}`);
  return `<row r="${number}" spans="1:15" ht="20" customHeight="1">${cells.join('')}</row>`;
}
