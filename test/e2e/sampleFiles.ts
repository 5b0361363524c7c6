import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DroppedFile } from './workbenchActions';

const ASSETS = join(__dirname, '../../assets');

/** The sample export, under a name of a user's own. */
export async function sampleExport(): Promise<DroppedFile> {
  const bytes = await readFile(join(ASSETS, 'sample-export.xlsx'));
  return { name: '存款明细.xlsx', bytes: new Uint8Array(bytes) };
}

/** A small ledger as text, with headers of its own. */
export function ledgerText(headers: readonly string[] = HEADERS, rows = 40): DroppedFile {
  const lines = Array.from({ length: rows }, (_, index) =>
    [
      `00${String(10_001 + (index % 25))}`,
      `客户${String.fromCharCode(0x4e00 + (index % 25))}`,
      `62220000${String(100_001 + index)}`,
      ((index + 1) * 1357.5).toFixed(2),
      ((rows - index) * 1500).toFixed(2),
      index % 3 === 0 ? '李四(0002)' : '张三(0001)',
    ].join(','),
  );
  const text = ['数据日期：2025-11-30', headers.join(','), ...lines].join('\r\n');
  return { name: '明细.csv', bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
}

const HEADERS = ['客户号', '客户名称', '账号', '本年余额', '本年日均', '管户经理'];

/** A list of the customers of {@link ledgerText}. */
export function customerList(): DroppedFile {
  const lines = Array.from(
    { length: 25 },
    (_, index) => `00${String(10_001 + index)},王小${String.fromCharCode(0x4e00 + index)},1390000${String(1001 + index)}`,
  );
  const text = ['客户号,客户名称,手机号', ...lines].join('\r\n');
  return { name: '客户清单.csv', bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
}
