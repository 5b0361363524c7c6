import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';

const handover = join(__dirname, '../../dist/cli/handover.js');
const LEDGER =
  '客户号,户名,手机号,证件号码,账号,余额,日均,客户经理\n' +
  '001,张三,13900001234,110101199003074258,6222000012345678901,100.00,300.50,王一\n' +
  '002,李四,13900005678,11010119900307425X,6222000012345678902,"5,000",1,李二\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handover-share-'));
  writeFileSync(join(folder, '明细.csv'), LEDGER);
  expect(run(['analyze', '明细.csv', '--out', '明细.xlsx', '--no-report']).status).toBe(0);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[]): SpawnSyncReturns<string> {
  const env = { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' };
  return spawnSync(process.execPath, [handover, ...args], { cwd: folder, encoding: 'utf8', env });
}

describe('handover share', () => {
  test('writes a masked copy beside the input, says what it did, leaves the input alone', () => {
    const before = readFileSync(join(folder, '明细.xlsx'));
    const { status, stdout, stderr } = run(['share', '明细.xlsx']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^已写出 明细-分享\.xlsx\n已脱敏：手机号 \d+ 处，证件号 \d+ 处，账号 \d+ 处/,
    );
    expect(stdout).toContain('原始数据的隐藏副本：不带');
    expect(stdout).not.toMatch(/张三|\d{4}\*|\*\d{4}/);
    expect(readFileSync(join(folder, '明细.xlsx')).equals(before)).toBe(true);
    const book = read(readFileSync(join(folder, '明细-分享.xlsx')));
    const ledger = utils.sheet_to_csv(book.Sheets['明细'] ?? {});
    expect(ledger).toContain('张三,139****1234,1****************8,***************8901');
    expect(ledger).toContain('李四,139****5678,1****************X,***************8902');
  }, 60_000);

  test('--out names the copy, --lang speaks English, --quiet says nothing', () => {
    const { status, stdout } = run(['share', '明细.xlsx', '--out', 'a.xlsx', '--lang', 'en']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Wrote a\.xlsx\nMasked: phone numbers in \d+ places/);
    const quiet = run(['share', '明细.xlsx', '--output', 'b.xlsx', '-q']);
    expect(quiet).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'b.xlsx')).equals(readFileSync(join(folder, 'a.xlsx')))).toBe(
      true,
    );
  }, 60_000);

  test.each([
    ['an input that is not analysed', ['明细.csv'], /还没有分析过/],
    ['the input as output', ['明细.xlsx', '--out', '明细.xlsx'], /不会覆盖/],
    ['a file that is not there', ['没有.xlsx'], /不存在/],
  ])(
    '%s ends with 1 and leaves nothing',
    (_, args, message) => {
      const before = readdirSync(folder);
      const { status, stdout, stderr } = run(['share', ...args]);
      expect(status).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(readdirSync(folder)).toEqual(before);
    },
    60_000,
  );

  test('a copy is neither analysed nor shared again', () => {
    expect(run(['share', '明细.xlsx', '--out', 'c.xlsx', '-q']).status).toBe(0);
    const shared = run(['share', 'c.xlsx']);
    expect(shared.status).toBe(1);
    expect(shared.stderr).toContain('已经是脱敏的分享副本');
    const analysed = run(['analyze', 'c.xlsx']);
    expect(analysed.status).toBe(1);
    expect(analysed.stderr).toContain('分享副本');
    expect(existsSync(join(folder, 'c-交接分析.xlsx'))).toBe(false);
  }, 60_000);

  test('without a file it is wrong usage; the help says what it is for', () => {
    expect(run(['share']).status).toBe(2);
    const { status, stdout } = run(['share', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('脱敏副本');
    expect(run(['share', '--help', '--lang', 'en']).stdout).toContain('masked copy');
  });
});
