import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { unzip } from '../workbook/file/ooxml-write/memory';
import { buildXlsx, plainParts } from '../workbook/file/ooxml-read/buildXlsx';

const root = join(__dirname, '../..');
const handover = join(root, 'dist/cli/handover.js');
const sample = join(root, 'assets/sample-export.xlsx');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handover-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [handover, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8', ...env },
  });
}

/** What the tests look at in a report for machines. */
interface Report {
  readonly rows: {
    readonly read: number;
    readonly kept: number;
    readonly setAside: Readonly<Record<string, number>>;
  };
  readonly setAside: readonly unknown[];
  readonly controlTotal: string;
  readonly customers: readonly { readonly name: string }[];
}

function readReport(name: string): Report {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report;
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const LEDGER =
  '客户号,户名,账号,储种,余额,日均,客户经理\n001,张三,6222001,活期,100.00,300.50,王一\n002,李四,6222002,定期,"5,000",1,李二\n';

describe('handover analyze', () => {
  test('writes the workbook and the report, prints a summary, leaves the input alone', () => {
    const before = readFileSync(sample);
    const { status, stdout, stderr } = run([
      'analyze',
      sample,
      '--out',
      'o.xlsx',
      '--report',
      'r.json',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('已写出 o.xlsx');
    expect(readFileSync(sample).equals(before)).toBe(true);
    const report = readReport('r.json');
    expect(report.rows.read).toBe(report.rows.kept + sumOf(report.rows.setAside));
    expect(report.setAside).toHaveLength(sumOf(report.rows.setAside));
    expect(report.controlTotal).toBe('matched');
    const sheets = read(readFileSync(join(folder, 'o.xlsx'))).SheetNames;
    expect(sheets[0]).toBe('概览');
    expect(sheets).toEqual(
      expect.arrayContaining(['客户汇总', '话术', '业务交叉', '到期提醒', '清洗记录', '剔除数据']),
    );
  });

  test('an amount that the export does not have is not in the summary', () => {
    put('a.csv', '客户号,户名,账号,年日均,客户经理\n001,张三,6222001,300.50,王一\n');
    const { stdout } = run(['analyze', 'a.csv', '--out', 'o.xlsx']);
    expect(stdout).toContain('客户 1 户，账户 1 个，日均 300.5元\n');
  });

  test('without --out the results stand beside the input under a free name', () => {
    put('明细.csv', LEDGER);
    expect(run(['analyze', '明细.csv']).status).toBe(0);
    expect(run(['analyze', '明细.csv']).status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(
      [
        '明细.csv',
        '明细-交接分析.xlsx',
        '明细-交接分析.json',
        '明细-交接分析 (2).xlsx',
        '明细-交接分析 (2).json',
      ].sort(),
    );
  });

  test('English by locale or by --lang', () => {
    put('a.csv', LEDGER);
    expect(run(['analyze', 'a.csv', '--out', 'o.xlsx'], { LANG: 'en_GB.UTF-8' }).stdout).toMatch(
      /2 customers/,
    );
    const { stdout } = run(['analyze', 'a.csv', '--out', 'p.xlsx', '--lang', 'en', '--no-report']);
    expect(stdout).not.toMatch(/客户|已写出/);
    expect(existsSync(join(folder, 'p.json'))).toBe(false);
    expect(read(readFileSync(join(folder, 'p.xlsx'))).SheetNames).not.toContain('概览');
  });

  test('options reach the analysis', () => {
    put('a.csv', LEDGER);
    put('s.json', JSON.stringify({ classAShare: 0.5, predecessors: ['李二'] }));
    const args = [
      '--me',
      '王一',
      '--predecessor',
      '李二',
      '--basis',
      'dailyAverage',
      '--as-of',
      '2025-10-31',
    ];
    run([
      'analyze',
      ...args,
      '--settings',
      's.json',
      '--out',
      'o.xlsx',
      '--report',
      'r.json',
      'a.csv',
    ]);
    const report = readReport('r.json');
    expect(report).toMatchObject({
      dataDate: '2025-10-31',
      basis: 'dailyAverage',
      totals: { customers: 2, notInBook: 0 },
    });
  });

  test('a ledger and a customer list in two files meet', () => {
    put('a.csv', LEDGER.replace('张三', '张*'));
    put('b.csv', '客户编号,姓名,手机号\n1,张三丰,13800000000\n');
    run(['analyze', 'a.csv', 'b.csv', '--out', 'o.xlsx', '--report', 'r.json']);
    const report = readReport('r.json');
    expect(report.customers.map(({ name }) => name)).toContain('张三丰');
  });

  test('the same input gives the same bytes', () => {
    run(['analyze', sample, '--out', 'a.xlsx', '--as-of', '2025-11-30']);
    run(['analyze', sample, '--out', 'b.xlsx', '--as-of', '2025-11-30']);
    expect(readFileSync(join(folder, 'a.xlsx')).equals(readFileSync(join(folder, 'b.xlsx')))).toBe(
      true,
    );
  });

  test('text that looks like a formula stays text', () => {
    put('a.csv', LEDGER.replace('张三', '=HYPERLINK("http://x")').replace('李四', '@SUM(1)'));
    run(['analyze', 'a.csv', '--out', 'o.xlsx']);
    const workbook = read(readFileSync(join(folder, 'o.xlsx')), { cellFormula: true });
    const cells = Object.values(workbook.Sheets['客户汇总'] ?? {}) as {
      v?: unknown;
      t?: string;
      f?: string;
    }[];
    const dangerous = cells.filter(({ v }) => typeof v === 'string' && /^[=@]/.test(v));
    expect(dangerous).toHaveLength(2);
    expect(dangerous.every(({ t, f }) => t === 's' && f === undefined)).toBe(true);
  });
});

describe('handover restore', () => {
  const sheetNames = (name: string) => read(readFileSync(join(folder, name))).SheetNames;
  const part = (name: string, path: string) => unzipPart(readFileSync(join(folder, name)), path);

  test('writes the workbook as it was, beside the annotated one, which stays', () => {
    run(['analyze', sample, '--out', '甲.xlsx', '--no-report']);
    const annotated = readFileSync(join(folder, '甲.xlsx'));
    const { status, stdout, stderr } = run(['restore', '甲.xlsx']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      '已写出 甲-还原.xlsx\n已还原工作表：存款明细；分析写出的工作表已去掉\n'.replace(
        '存款明细',
        read(readFileSync(sample)).SheetNames.slice(0, 1).join(),
      ),
    );
    expect(readFileSync(join(folder, '甲.xlsx')).equals(annotated)).toBe(true);
    expect(sheetNames('甲-还原.xlsx')).toEqual(read(readFileSync(sample)).SheetNames);
    const rows = (xml: string) => /<sheetData>.*<\/sheetData>/s.exec(xml)?.[0];
    expect(rows(part('甲-还原.xlsx', 'xl/worksheets/sheet1.xml'))).toBe(
      rows(unzipPart(readFileSync(sample), 'xl/worksheets/sheet1.xml')),
    );
  });

  test('a second restore takes a free name; --out, --output, --quiet and --lang', () => {
    run(['analyze', sample, '--out', 'a.xlsx', '--no-report']);
    run(['restore', 'a.xlsx']);
    run(['restore', 'a.xlsx']);
    expect(run(['restore', 'a.xlsx', '--out', 'b.xlsx', '-q']).stdout).toBe('');
    const { stdout } = run(['restore', '--output', 'c.xlsx', '--lang', 'en', 'a.xlsx']);
    expect(stdout).toMatch(/^Wrote c\.xlsx\nRestored: /);
    expect(readdirSync(folder).sort()).toEqual(
      ['a.xlsx', 'a-还原.xlsx', 'a-还原 (2).xlsx', 'b.xlsx', 'c.xlsx'].sort(),
    );
  });

  test('restoring what is restored says that there is nothing', () => {
    run(['analyze', sample, '--out', 'a.xlsx', '--no-report']);
    run(['restore', 'a.xlsx', '-o', 'b.xlsx']);
    const { status, stdout, stderr } = run(['restore', 'b.xlsx']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^错误：“b\.xlsx”里没有分析写出的工作表/);
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'b.xlsx']);
  });

  test('a workbook analysed without a copy, and one whose marks were lost', () => {
    run(['analyze', sample, '--out', 'a.xlsx', '--no-report', '--no-original']);
    const none = run(['restore', 'a.xlsx']);
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('--no-original')]);
    run(['analyze', sample, '--out', 'b.xlsx', '--no-report']);
    const book = read(readFileSync(join(folder, 'b.xlsx')));
    book.Workbook = { Sheets: book.Workbook?.Sheets ?? [] };
    put('c.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
    const lost = run(['restore', 'c.xlsx', '--lang', 'en']);
    expect([lost.status, lost.stderr]).toEqual([
      1,
      expect.stringMatching(/原始数据·.*mark is lost/),
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  });

  test.each<[string, () => string, RegExp]>([
    ['a file that is not there', () => 'nowhere.xlsx', /nowhere\.xlsx.*不存在/],
    ['a text file', () => put('a.csv', LEDGER), /没有分析写出的工作表/],
    ['a truncated .xlsx', () => put('a.xlsx', readFileSync(sample).subarray(0, 9000)), /已损坏/],
  ])('%s ends with 1, a message, and no file', (_case, make, message) => {
    const file = make();
    const before = readdirSync(folder);
    const { status, stdout, stderr } = run(['restore', file]);
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(message)]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('the input is never overwritten', () => {
    run(['analyze', sample, '--out', 'a.xlsx', '--no-report']);
    const before = readFileSync(join(folder, 'a.xlsx'));
    const { status, stderr } = run(['restore', 'a.xlsx', '--out', './a.xlsx']);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/不会覆盖/)]);
    expect(readFileSync(join(folder, 'a.xlsx')).equals(before)).toBe(true);
  });

  test('a workbook with macros keeps its extension; another one is warned about', () => {
    put('a.xlsm', readFileSync(sample));
    const { stdout } = run(['analyze', 'a.xlsm', '--no-report']);
    expect(stdout).not.toContain('扩展名');
    run(['restore', 'a-交接分析.xlsm']);
    expect(readdirSync(folder)).toContain('a-交接分析-还原.xlsm');
    const warned = run(['restore', 'a-交接分析.xlsm', '-o', 'b.xlsx']);
    expect([warned.status, warned.stdout]).toEqual([0, expect.stringContaining('改成 .xlsm')]);
  });
});

describe('what cannot be analysed ends with 1, a message, and no file', () => {
  const damaged = () => {
    const bytes = readFileSync(sample);
    return bytes.subarray(0, bytes.length / 2);
  };
  const empty = 'PK\u0005\u0006' + '\0'.repeat(18);
  test.each<[string, () => string, RegExp]>([
    ['a file that is not there', () => 'nowhere.xlsx', /nowhere\.xlsx.*不存在/],
    ['a folder', () => '.', /文件夹/],
    ['an empty file', () => put('a.xlsx', ''), /空/],
    ['a truncated .xlsx', () => put('a.xlsx', damaged()), /文件“a\.xlsx”已损坏/],
    [
      'a damaged sheet, which is named with its row',
      () => put('a.xlsx', buildXlsx(plainParts('<row r="7"><c r="A7" t="s"><v>9</v></c></row>'))),
      /文件“a\.xlsx”已损坏（工作表“S”：第 7 行/,
    ],
    ['a zip without a workbook', () => put('a.xlsx', empty), /不认识|损坏/],
    [
      'binary rubbish',
      () => put('a.xlsx', new Uint8Array([1, 2, 3, 0, 255, 254, 0, 9, 9, 0])),
      /不认识/,
    ],
    ['no ledger', () => put('a.csv', '天气,心情\n晴,好\n'), /没有找到|找不到|没找到/],
    [
      'a ledger without amounts',
      () => put('a.csv', '客户号,户名,账号,储种\n1,张三,6222,活期\n'),
      /a.*第 ?1 ?行|第 ?1 ?行/,
    ],
    ['no rows', () => put('a.csv', LEDGER.split('\n')[0] ?? ''), /没有/],
    [
      'no row that can be kept',
      () => put('a.csv', LEDGER.replace('100.00', 'x').replace('5,000', 'y')),
      /./,
    ],
  ])('%s', (_case, make, message) => {
    const file = make();
    const before = readdirSync(folder).sort();
    const { status, stdout, stderr } = run([
      'analyze',
      file,
      '--out',
      'o.xlsx',
      '--report',
      'r.json',
    ]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^错误：/);
    expect(stderr).not.toMatch(/at .*\.js/);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('an output that is an input is refused, under any spelling of its path', () => {
    const file = put('a.csv', LEDGER);
    const { status, stderr } = run(['analyze', 'a.csv', '--out', `./x/../a.csv`]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/不会覆盖|不存在/);
    expect(readFileSync(file, 'utf8')).toBe(LEDGER);
    expect(run(['analyze', 'a.csv', '--out', 'o.xlsx', '--report', 'a.csv']).status).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe(LEDGER);
  });

  test('an output folder that is not there, and one without permission', () => {
    put('a.csv', LEDGER);
    const { status, stderr } = run(['analyze', 'a.csv', '--out', 'no/o.xlsx']);
    expect([status, stderr.includes('no”不存在')]).toEqual([1, true]);
    // Root may write anywhere; the case is then covered by the missing folder alone.
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    expect(run(['analyze', 'a.csv', '--out', 'o.xlsx']).status).toBe(1);
    chmodSync(folder, 0o700);
  });

  test('a report that cannot be written leaves no workbook', () => {
    put('a.csv', LEDGER);
    expect(run(['analyze', 'a.csv', '--out', 'o.xlsx', '--report', 'no/r.json']).status).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });
});

describe('wrong usage ends with 2', () => {
  test.each([
    [[]],
    [['analyze']],
    [['nope']],
    [['analyze', 'a', '--nope']],
    [['analyze', 'a', '--out']],
    [['analyze', 'a', '--basis', 'x']],
    [['analyze', 'a', '--as-of', '2025-13-01']],
    [['analyze', 'a', '--lang', 'fr']],
    [['analyze', 'a', '--settings', 'nowhere.json']],
    [['restore']],
    [['restore', 'a', 'b']],
    [['restore', 'a', '--me', 'x']],
    [['restore', 'a', '--out']],
  ])('handover %j', (args) => {
    const { status, stderr, stdout } = run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  test('--help and --version end with 0', () => {
    expect(run(['--help']).status).toBe(0);
    expect(run(['analyze', '--help']).stdout).toContain('--predecessor');
    expect(run(['restore', '--help']).stdout).toMatch(/^用法： handover restore.*--out <file>/s);
    expect(run(['restore', '--help', '--lang', 'en']).stdout).toContain('annotated workbook');
    expect(run(['--version']).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

/** The text of a part of a zip. */
function unzipPart(bytes: Uint8Array, path: string): string {
  return unzip(bytes).get(path)?.text ?? '';
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
