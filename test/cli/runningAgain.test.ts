import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, write, type WorkBook } from '@e965/xlsx';

const root = join(__dirname, '../..');
const HEADERS = ['客户号', '客户名称', '账号', '本年余额', '本年日均', '客户经理'];
const FIRST = [
  ['1001', '王芳', '6222001', 50000, 90000, '周文静'],
  ['1002', '李强', '6222002', 30000, 20000, '周文静'],
  ['1003', '赵敏', '6222003', 10000, 10000, '周文静'],
];
/** A month later: one customer left, one came, amounts changed. */
const NEWER = [
  ['1003', '赵敏', '6222003', '12,000.00', 9000, '周文静'],
  ['1004', '钱进', '6222004', 70000, 60000, '周文静'],
  ['1001', '王芳', '6222001', 40000, 80000, '周文静'],
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handover-again-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function handover(...args: readonly string[]): void {
  const cli = join(root, 'dist/cli/handover.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, ...args, '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

function open(name: string): WorkBook {
  return read(readFileSync(join(folder, name)), { cellStyles: true });
}

function save(name: string, book: WorkBook): void {
  writeFileSync(join(folder, name), write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

function rowsOf(book: WorkBook, sheet: string): string[][] {
  const found = book.Sheets[sheet];
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return utils.sheet_to_json<string[]>(found, { header: 1, raw: false, defval: '' });
}

test('analysed again with a newer export, what was typed stays with its customer, then all is restored', () => {
  const ledger = (rows: readonly unknown[][]) => utils.aoa_to_sheet([HEADERS, ...rows]);
  save('export.xlsx', { SheetNames: ['明细'], Sheets: { 明细: ledger(FIRST) } });
  handover('analyze', 'export.xlsx', '--out', 'first.xlsx', '--no-report');

  const typed = open('first.xlsx');
  const customers = typed.Sheets['客户汇总'];
  const [headers = [], ...list] = rowsOf(typed, '客户汇总').slice(2);
  for (const [id, remark] of [
    ['1001', '周三来网点'],
    ['1002', '=转走了'],
  ]) {
    const row = list.findIndex((cells) => cells[headers.indexOf('客户号')] === id);
    const at = { r: 3 + row, c: headers.indexOf('备注') };
    if (customers) customers[utils.encode_cell(at)] = { t: 's', v: remark };
  }
  typed.Sheets['明细'] = ledger(NEWER);
  save('typed.xlsx', typed);
  handover('analyze', 'typed.xlsx', '--out', 'second.xlsx', '--no-report');

  const again = rowsOf(open('second.xlsx'), '客户汇总');
  const remarkOf = (id: string): string[] =>
    again
      .filter((cells) => cells[headers.indexOf('客户号')] === id)
      .map((cells) => cells[headers.indexOf('备注')] ?? '');
  expect(remarkOf('1001')).toEqual(['周三来网点']);
  expect(remarkOf('1002')).toEqual(['=转走了']);
  expect(remarkOf('1003')).toEqual(['']);
  expect(remarkOf('1004')).toEqual(['']);
  const heading = again.findIndex(([first]) => first?.startsWith('已不在本次名单的客户 · 1 户'));
  expect(again.slice(heading + 1).map((cells) => cells[headers.indexOf('客户号')])).toEqual([
    '1002',
  ]);

  handover('restore', 'second.xlsx', '--out', 'restored.xlsx');
  const restored = open('restored.xlsx');
  expect(restored.SheetNames).toEqual(['明细']);
  expect(rowsOf(restored, '明细')).toEqual([HEADERS, ...NEWER.map((row) => row.map(String))]);
});
