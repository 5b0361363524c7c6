import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { encodeGb18030 } from '../performance/ledger/encodeGb18030.mjs';
import type { DroppedFile } from './workbenchActions';

const ASSETS = join(__dirname, '../../assets');

/** The sample export, under a name of a user's own. */
export async function sampleExport(): Promise<DroppedFile> {
  const bytes = await readFile(join(ASSETS, 'sample-export.xlsx'));
  return { name: '存款明细.xlsx', bytes: new Uint8Array(bytes) };
}

export const SAMPLE_SHEETS = ['存款明细', '客户信息', '填表说明'];

/** A small ledger as text, with headers of its own. */
export function ledgerText(headers: readonly string[] = HEADERS, rows = 40): DroppedFile {
  const bytes = new TextEncoder().encode(`\uFEFF${lines(ledgerRows(headers, rows))}`);
  return { name: '明细.csv', bytes };
}

/** The same as most Chinese systems export it. */
export function ledgerInGb18030(): DroppedFile {
  return { name: '明细.csv', bytes: encodeGb18030(lines(ledgerRows())) };
}

/** The same as a workbook of another program. */
export function ledgerWorkbook(format: 'xlsx' | 'xls'): DroppedFile {
  const sheet = utils.aoa_to_sheet(ledgerRows().map((cells) => [...cells]));
  const workbook = utils.book_new(sheet, '存款明细');
  const bytes = write(workbook, {
    type: 'buffer',
    bookType: format === 'xls' ? 'biff8' : 'xlsx',
  }) as Uint8Array;
  return { name: `明细.${format}`, bytes: new Uint8Array(bytes) };
}

/** The same as a web page that calls itself a workbook. */
export function ledgerPage(): DroppedFile {
  const rows = ledgerRows().map(
    (cells) => `<tr>${cells.map((cell) => `<td>${String(cell)}</td>`).join('')}</tr>`,
  );
  const text = `<html><meta charset="utf-8"><body><table>${rows.join('\n')}</table></body></html>`;
  return { name: '明细.xls', bytes: new TextEncoder().encode(text) };
}

const HEADERS = ['客户号', '客户名称', '账号', '本年余额', '本年日均', '管户经理'];

type LedgerCell = string | number;

function ledgerRows(headers: readonly string[] = HEADERS, rows = 40): LedgerCell[][] {
  const deposits = Array.from({ length: rows }, (_, index) => [
    `00${String(10_001 + (index % 25))}`,
    `客户${String.fromCharCode(0x4e00 + (index % 25))}`,
    `62220000${String(100_001 + index)}`,
    (index + 1) * 1357.5,
    (rows - index) * 1500,
    index % 3 === 0 ? '李四(0002)' : '张三(0001)',
  ]);
  return [['数据日期：2025-11-30'], [...headers], ...deposits];
}

function lines(rows: readonly (readonly LedgerCell[])[]): string {
  const textOf = (cell: LedgerCell) => (typeof cell === 'number' ? cell.toFixed(2) : cell);
  return rows.map((cells) => `${cells.map(textOf).join(',')}\r\n`).join('');
}

/** A list of the customers of {@link ledgerText}. */
export function customerList(): DroppedFile {
  const lines = Array.from(
    { length: 25 },
    (_, index) =>
      `00${String(10_001 + index)},王小${String.fromCharCode(0x4e00 + index)},1390000${String(1001 + index)}`,
  );
  const text = ['客户号,客户名称,手机号', ...lines].join('\r\n');
  return { name: '客户清单.csv', bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
}
