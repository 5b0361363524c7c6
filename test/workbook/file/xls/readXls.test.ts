import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { readXls } from '../../../../src/workbook/file/xls/readXls';
import { WorkbookFailure } from '../../../../src/workbook/workbookFailure';
import { fromRawWorkbook, type CellContent } from '../../../../src/workbook/memory/workbookContent';
import { encodeGb18030 } from '../delimited/gb18030';
import { bof, EOF, f64, record, u16, u32, wide, workbookStream } from './biff';

const FIXTURES = join(__dirname, '../../../fixtures/xls');

const fixture = (name: string) => new Uint8Array(readFileSync(join(FIXTURES, name)));
const sheetsOf = (bytes: Uint8Array) => fromRawWorkbook(readXls(bytes, '老系统导出.xls')).sheets;
const rowsOf = (bytes: Uint8Array) => sheetsOf(bytes)[0]?.rows;
const formula = (result: string | number | boolean) => ({ formula: '?', result });

function longText(number: number): string {
  return `混合mixed${String(number)}`.repeat((number % 40) + 1) + 'ascii only '.repeat(number % 13);
}

describe('a workbook that LibreOffice saved', () => {
  const sheets = sheetsOf(fixture('libreoffice.xls'));

  test('has texts, numbers, dates as serials, formulas with results, errors and booleans', () => {
    expect(sheets[0]?.rows).toEqual([
      ['城东支行存款明细'],
      ['客户号', '姓名', '余额', '到期日', '倍数', '错误', '标志', '文本公式'],
      [
        '0012345678',
        '张三',
        12345.67,
        { date: 45991 },
        formula(24691.34),
        { formula: '?', result: { error: '#DIV/0!' } },
        formula(true),
        formula('甲张三'),
      ],
      [
        '6222021234567890123',
        '欧阳·娜娜😀',
        -0.07,
        { date: 45991.75 },
        formula(-0.14),
        { formula: '?', result: { error: '#N/A' } },
        formula(false),
        formula('乙欧阳·娜娜😀'),
      ],
      [123456789012, '李四', 0.1, { date: 0.25 }, formula(0.2)],
      [7, '王五', 1e-7, { date: 15 }, formula(2e-7)],
      [null, null, null, { date: 45991 }],
      [null, null, null, 45991],
    ]);
  });

  test('has its merged areas, also behind a chart, and its hidden sheet', () => {
    expect(sheets[0]?.merges).toEqual([
      { firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 3 },
      { firstRow: 8, lastRow: 9, firstColumn: 0, lastColumn: 0 },
    ]);
    expect(sheets[1]).toEqual({ name: '隐藏表', hidden: true, rows: [[], [null, 'h']] });
  });

  test('has all its shared strings whole, across the records that split them', () => {
    expect(sheets[2]?.rows.map(([text]) => text)).toEqual(
      Array.from({ length: 80 }, (_, at) => longText(at + 1)),
    );
  });

  test('counts dates from 1904 where it says so', () => {
    expect(sheetsOf(fixture('libreoffice-1904.xls'))).toMatchObject([
      { date1904: true, rows: [[{ date: 44529 }]] },
    ]);
  });
});

test('a workbook that xlwt wrote', () => {
  const [sheet] = sheetsOf(fixture('xlwt.xls'));
  expect(sheet?.rows.slice(1)).toEqual(
    Array.from({ length: 60 }, (_, at) => [
      longText(at + 1),
      (at + 1) * 1.01,
      { date: 45659 + at },
    ]),
  );
  expect(sheet?.merges).toEqual([{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 2 }]);
});

test.each(['libreoffice.xls', 'libreoffice-1904.xls', 'xlwt.xls'])(
  '%s holds, cell by cell, what SheetJS reads',
  (name) => {
    const book = XLSX.read(fixture(name), { cellDates: false, codepage: 936 });
    for (const sheet of sheetsOf(fixture(name))) {
      const worksheet = book.Sheets[sheet.name] ?? {};
      const range = { ...XLSX.utils.decode_range(worksheet['!ref'] ?? 'A1'), s: { r: 0, c: 0 } };
      const options = { header: 1 as const, raw: true, defval: null, range };
      const theirs = XLSX.utils.sheet_to_json<unknown[]>(worksheet, options);
      const ours = sheet.rows.map((cells) => cells.map(bareValue));
      for (const [row, cells] of theirs.entries()) {
        while (cells.at(-1) === null || cells.at(-1) === '') cells.pop();
        expect(ours[row] ?? []).toEqual(cells.map((cell) => (cell === '' ? null : cell)));
      }
    }
  },
);

/** As SheetJS lists it: errors are left out. */
function bareValue(cell: CellContent): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  if ('formula' in cell) return bareValue(cell.result);
  return 'date' in cell ? cell.date : null;
}

describe('a workbook that SheetJS wrote', () => {
  const value = fc.oneof(
    // SheetJS itself does not write the smallest numbers right.
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }).filter((n) => Math.abs(n) > 1e-9),
    fc.integer(),
    fc.integer().map((cents) => cents / 100),
    fc.boolean(),
    fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
    fc.constant(null),
  );

  test('has every number, text and boolean exactly (RK, MULRK, NUMBER, SST)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 8 }), (rows) => {
        const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), 'a');
        const bytes = XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer;
        const expected = rows.map((cells) => {
          const row = cells.map((cell) => (Object.is(cell, -0) ? 0 : cell));
          while (row.at(-1) === null) row.pop();
          return row;
        });
        while (expected.at(-1)?.length === 0) expected.pop();
        const read = rowsOf(new Uint8Array(bytes)) ?? [];
        expect(read.map((cells) => cells.map((cell) => (cell === 0 ? 0 : cell)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['biff2', 'biff3', 'biff4', 'biff5'])('in the old version %s', (version) => {
    // The types of SheetJS leave versions 3 and 4 out.
    const bookType = version as XLSX.BookType;
    const sheet = XLSX.utils.aoa_to_sheet([
      ['id', 'balance', 'due'],
      ['0012', 12345.67, 45991],
      ['0013', -0.07, true],
    ]);
    (sheet.C2 as XLSX.CellObject).z = 'yyyy-mm-dd';
    const book = XLSX.utils.book_new(sheet, 'a');
    const bytes = XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer;
    expect(rowsOf(new Uint8Array(bytes))).toEqual([
      ['id', 'balance', 'due'],
      ['0012', 12345.67, { date: 45991 }],
      ['0013', -0.07, true],
    ]);
  });
});

describe('records that programs rarely write', () => {
  const label = (row: number, column: number) => [...u16(row, column, 0)];

  test('a shared string changes between one and two bytes a character where records split it', () => {
    const sst = [
      // 客户 | 甲abc (compressed) | 乙, with formatting runs behind; then a second string.
      ...record(0xfc, ...u32(2), ...u32(2), ...u16(7), 0x09, ...u16(1), ...wide('客户')),
      ...record(0x3c, 0x01, ...wide('甲')),
      ...record(0x3c, 0x00, ...Buffer.from('abc')),
      ...record(0x3c, 0x01, ...wide('乙'), ...u16(0)),
      ...record(0x3c, ...u16(5), ...u16(2), 0x00, ...Buffer.from('xy')),
    ];
    const cells = [
      ...record(0xfd, ...label(0, 0), ...u32(0)),
      ...record(0xfd, ...label(0, 1), ...u32(1)),
    ];
    expect(rowsOf(workbookStream(sst, cells))).toEqual([['客户甲abc乙', 'xy']]);
  });

  test('half a pair of surrogates on each side of a split stays a character', () => {
    const [high, low] = [wide('😀').slice(0, 2), wide('😀').slice(2)];
    const sst = [
      ...record(0xfc, ...u32(1), ...u32(1), ...u16(42), 0x01, ...wide('长'.repeat(39)), ...high),
      ...record(0x3c, 0x01, ...low, ...wide('尾')),
    ];
    const cells = record(0xfd, ...label(0, 0), ...u32(0));
    expect(rowsOf(workbookStream(sst, cells))).toEqual([[`${'长'.repeat(39)}😀尾`]]);
  });

  test('the text of a shared or array formula stands behind the formula records', () => {
    const result = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
    const cells = [
      ...record(0x06, ...label(0, 0), ...result, ...u16(0), ...u32(0), ...u16(0)),
      ...record(0x4bc, ...u16(0, 0), 0, 0, ...u16(0, 0)),
      ...record(0x207, ...u16(2), 1, ...wide('甲乙')),
      ...record(0x06, ...label(1, 0), ...result, ...u16(0), ...u32(0), ...u16(0)),
      ...record(0x221, ...u16(1, 1), 0, 0, ...u16(0), ...u32(0), ...u16(0)),
      ...record(0x207, ...u16(1), 0, 0x78),
    ];
    expect(rowsOf(workbookStream([], cells))).toEqual([[formula('甲乙')], [formula('x')]]);
  });

  test('a chart within the sheet is passed over, what stands behind it is not', () => {
    const cells = [
      ...record(0x204, ...label(0, 0), ...u16(1), 1, ...wide('甲')),
      ...bof(0x600, 0x20),
      ...record(0x203, ...label(5, 5), ...f64(99)),
      ...EOF,
      ...record(0xe5, ...u16(1), ...u16(0, 0, 0, 1)),
    ];
    expect(sheetsOf(workbookStream([], cells))).toEqual([
      {
        name: '明细',
        rows: [['甲']],
        merges: [{ firstRow: 0, lastRow: 0, firstColumn: 0, lastColumn: 1 }],
      },
    ]);
  });

  test('rich text and several packed numbers with their own formats', () => {
    const xf = (format: number) => record(0xe0, ...u16(0, format, 0, 0, 0, 0, 0, 0, 0, 0));
    const rk = (value: number) => u32((value << 2) | 2);
    const cells = [
      ...record(0xd6, ...label(0, 0), ...u16(2), 0x00, 0x68, 0x69, ...u16(1), ...u16(0, 0)),
      ...record(
        0xbd,
        ...u16(1, 0),
        ...u16(0),
        ...rk(45991),
        ...u16(1),
        ...rk(45991),
        ...u16(0),
        ...rk(-7),
        ...u16(2),
      ),
      // 0.07 as the integer 7 divided by 100.
      ...record(0x27e, ...label(2, 0), ...u32((7 << 2) | 3)),
    ];
    expect(rowsOf(workbookStream([...xf(0), ...xf(14)], cells))).toEqual([
      ['hi'],
      [45991, { date: 45991 }, -7],
      [0.07],
    ]);
  });

  test('Chinese byte texts of version 5 are GB18030, whatever code page is claimed', () => {
    const name = encodeGb18030('明细');
    const text = encodeGb18030('张三·李四');
    const globals = (position: number) => [
      ...bof(0x500, 5),
      ...record(0x42, ...u16(1252)),
      ...record(0x85, ...u32(position), 1, 0, name.length, ...name),
      ...EOF,
    ];
    const stream = [
      ...globals(globals(0).length),
      ...bof(0x500, 0x10),
      ...record(0x204, ...label(0, 0), ...u16(text.length), ...text),
      ...EOF,
    ];
    expect(sheetsOf(Uint8Array.from(stream))).toEqual([
      { name: '明细', hidden: true, rows: [['张三·李四']] },
    ]);
  });

  test('a bare sheet as old programs write it, without container and sheet name', () => {
    const text = encodeGb18030('客户号');
    const stream = [
      ...record(0x809, ...u16(0, 0x10, 0, 0)),
      ...record(0x204, ...label(0, 0), ...u16(text.length), ...text),
      ...record(0x203, ...label(1, 0), ...f64(12.5)),
      ...EOF,
    ];
    expect(sheetsOf(Uint8Array.from(stream))).toEqual([
      { name: '老系统导出', rows: [['客户号'], [12.5]] },
    ]);
  });
});

describe('what cannot be read is refused with a reason', () => {
  const whole = fixture('xlwt.xls');

  test('a workbook under a password', () => {
    expect(() => sheetsOf(fixture('encrypted.xls'))).toThrow(
      expect.objectContaining({ code: 'file.encrypted' }) as Error,
    );
  });

  test.each([600, 5000, 20_000, whole.length - 1024])('a file cut off after %d bytes', (length) => {
    expect(() => sheetsOf(whole.subarray(0, length))).toThrow(
      expect.objectContaining({ code: 'file.damaged' }) as Error,
    );
  });

  test('an OLE file without a workbook', () => {
    const bytes = Buffer.from(whole);
    const entry = bytes.indexOf(Buffer.from('Workbook', 'utf16le'));
    bytes.write('WordDocument', entry, 'utf16le');
    bytes.writeUInt16LE(2 * 'WordDocument'.length + 2, entry + 64);
    expect(() => sheetsOf(new Uint8Array(bytes))).toThrow(
      expect.objectContaining({ code: 'file.unknownFormat', facts: { format: 'doc' } }) as Error,
    );
  });

  test('any damage ends in a workbook or a WorkbookFailure, never in another error', () => {
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(changes, fc.integer({ min: 8, max: whole.length }), (edits, length) => {
        const bytes = whole.slice(0, length);
        for (const [at, byte] of edits) if (at < length) bytes[at] = byte;
        try {
          readXls(bytes, 'a.xls');
        } catch (error) {
          expect(error).toBeInstanceOf(WorkbookFailure);
        }
      }),
      { numRuns: 150 },
    );
  });
});
