import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileWorkbook, type FileInput } from '../../../src/workbook/file/createFileWorkbook';
import { createNodeCompression } from '../../../src/workbook/file/nodeCompression';
import { fromRawWorkbook } from '../../../src/workbook/memory/workbookContent';
import { CELL_STYLES } from '../../../src/report/cellStyles';
import { sinkTo, sourceOf } from '../bytesInMemory';
import { encodeGb18030 } from './delimited/gb18030';

const FIXTURES = join(__dirname, '../../fixtures');
const EMPTY_PLAN = { ledgers: [], sheets: [], styles: CELL_STYLES, language: 'zh-CN' };

function open(
  inputs: readonly FileInput[],
  onWritten: (bytes: Uint8Array) => void = () => undefined,
) {
  return createFileWorkbook({
    inputs,
    join: (workbooks) => ({
      name: workbooks[0]?.name ?? '',
      sheets: workbooks.flatMap(({ sheets }) => sheets),
    }),
    openSink: () => Promise.resolve(sinkTo(onWritten)),
    compression: createNodeCompression(),
  });
}

const input = (name: string, bytes: Uint8Array): FileInput => ({ name, source: sourceOf(bytes) });
const text = (name: string, content: string) => input(name, encodeGb18030(content));

test.each([
  [
    'html',
    text(
      'a.xls',
      '<table><tr><td>客户号</td><td>余额</td></tr><tr><td>0012</td><td>1</td></tr></table>',
    ),
  ],
  [
    'html in GBK that says it is UTF-8',
    text(
      'a.xls',
      '<meta charset="utf-8"><table><tr><td>客户号<td>余额</tr><tr><td>0012<td>1</tr></table>',
    ),
  ],
  ['tab-delimited text', text('a.xls', '客户号\t余额\n0012\t1\n')],
  ['comma-delimited text', text('a.csv', '客户号,余额\n0012,1\n')],
])('a file named as it may be is read as the %s that it is', async (_format, file) => {
  const { sheets } = fromRawWorkbook(await open([file]).read());
  expect(sheets).toEqual([
    {
      name: 'a',
      rows: [
        ['客户号', '余额'],
        ['0012', '1'],
      ],
    },
  ]);
});

test('any format becomes an .xlsx with the same texts', async () => {
  let written = new Uint8Array(0);
  const file = text('明细.csv', '客户号,余额\n0012,=1+1\n6222021234567890123,"1,234.50"\n');
  const before = open([file], (bytes) => (written = bytes.slice()));
  const raw = fromRawWorkbook(await before.read());
  await before.write(EMPTY_PLAN);
  const after = fromRawWorkbook(await open([input('out.xlsx', written)]).read());
  expect(after.sheets).toEqual(raw.sheets);
});

test('several files are one workbook, and progress runs over all of them', async () => {
  const files = [
    text('a.csv', '客户号,余额\n1,2\n'),
    input('b.xlsx', new Uint8Array(readFileSync(join(FIXTURES, 'ooxml/openpyxl.xlsx')))),
  ];
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  const seen: { done: number; total: number }[] = [];
  const onProgress = (progress: (typeof seen)[number]) => seen.push(progress);
  const raw = await open(files).read({ onProgress });
  expect(raw.sheets.length).toBeGreaterThan(1);
  const done = seen.map((progress) => progress.done);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(seen.at(-1)).toMatchObject({ done: total, total });
});

test('a failure names the file', async () => {
  const files = [text('a.csv', 'a,b\n'), input('合同.xls', new TextEncoder().encode('%PDF-1.7'))];
  await expect(open(files).read()).rejects.toMatchObject({
    code: 'file.unknownFormat',
    facts: { format: 'pdf', extension: 'xls', name: '合同.xls' },
  });
});

test('cancelling stops every reader', async () => {
  const fixtures = ['xls/xlwt.xls', 'ooxml/openpyxl.xlsx'].map((path) =>
    input(path, new Uint8Array(readFileSync(join(FIXTURES, path)))),
  );
  for (const file of [...fixtures, text('a.csv', 'a,b\n'), text('a.xls', '<table><tr><td>')]) {
    const controller = new AbortController();
    const reading = open([file]).read({ signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'operation.cancelled' });
  }
});

test('single values are put into a copy of an .xlsx, and into a new one of anything else', async () => {
  let written = new Uint8Array(0);
  const keep = (bytes: Uint8Array) => (written = bytes.slice());
  const put = { sheet: 'a', row: 1, column: 1, value: 46100, isDate: true };
  const csv = open([text('a.csv', '客户号,到期日\n0012,2025-01-01\n')], keep);
  await csv.putCells([put, { sheet: 'a', row: 3, column: 0, value: '=1' }]);
  const laidOut = open([input('a.xlsx', written)], keep);
  const rows = [['客户号', '到期日'], ['0012', { date: 46100 }], [], ['=1']];
  expect(fromRawWorkbook(await laidOut.read()).sheets).toEqual([{ name: 'a', rows }]);
  await laidOut.putCells([{ ...put, value: true, isDate: false }]);
  const { sheets } = fromRawWorkbook(await open([input('a.xlsx', written)]).read());
  expect(sheets[0]?.rows[1]).toEqual(['0012', true]);
});

test('values for a sheet that is not there are refused before the sink is opened', async () => {
  let opened = 0;
  const workbook = createFileWorkbook({
    inputs: [text('a.csv', '客户号,余额\n1,2\n')],
    join: (workbooks) => workbooks[0] ?? { name: '', sheets: [] },
    openSink: () => {
      opened++;
      return Promise.resolve(sinkTo(() => undefined));
    },
    compression: createNodeCompression(),
  });
  const missing = workbook.putCells([{ sheet: 'b', row: 0, column: 0, value: 1 }]);
  await expect(missing).rejects.toMatchObject({ code: 'workbook.sheetMissing' });
  expect(opened).toBe(0);
});
