/** A large ledger of 15 columns: how often Excel is asked, how much at once, how long it takes. */
import { NOTHING_CHOSEN } from '../../../src/app/chosenSettings';
import { runHandover } from '../../../src/app/runHandover';
import { messages } from '../../../src/messages';
import { createExcelWorkbook } from '../../../src/workbook/excel/createExcelWorkbook';
import { createBook, createSheet, GENERAL, withFormat, type Cell } from '../../hosts/excel/book';
import { createSimulatedExcel } from '../../hosts/excel/createSimulatedExcel';
import { loadOfficeJs, withSet } from '../../hosts/excel/loadOfficeJs';

jest.setTimeout(400_000);

/** `npm run bench:excel` takes 100,000. */
const ROWS = Number(process.env.ROWS ?? 8_000);
const MEGABYTE = 1024 * 1024;
/** Requests that do not depend on the number of rows: lists of sheets, marks, the end of a run. */
const FIXED = 30;

const HEADER = [
  ...['序号', '客户号', '客户名称', '账号', '产品名称', '本年余额', '本年日均', '开户日期'],
  ...['到期日', '利率', '管户经理', '手机号', '身份证号', '开户机构', '备注'],
];
const DATE = withFormat(GENERAL, { numberFormat: 'yyyy-mm-dd' });
const TEXT = withFormat(GENERAL, { numberFormat: '@' });

const excel = createSimulatedExcel();

test('one request per 5 MB and a fixed handful, none above the limit', async () => {
  const office = await loadOfficeJs(excel);
  excel.reset({ name: '存款明细.xlsx', sheets: [] });
  excel.book = largeBook();
  const start = performance.now();
  const workbook = createExcelWorkbook(withSet(office, 17));
  const words = messages('zh-CN');
  const outcome = await runHandover({ workbook, today: 45991, chosen: NOTHING_CHOSEN, words });
  const seconds = (performance.now() - start) / 1000;
  office.close();
  expect(outcome.ok).toBe(true);
  expect(excel.defects).toEqual([]);

  const sum = (pick: (request: (typeof excel.requests)[number]) => number) =>
    excel.requests.reduce((total, request) => total + pick(request), 0) / MEGABYTE;
  const [written, read] = [
    sum(({ requestBytes }) => requestBytes),
    sum(({ responseBytes }) => responseBytes),
  ];
  const peak = process.resourceUsage().maxRSS / 1024;
  process.stderr.write(
    `${String(ROWS)} × ${String(HEADER.length)} in a simulated Excel: ${seconds.toFixed(1)} s, ` +
      `${String(excel.requests.length)} requests, ${read.toFixed(1)} MB read, ` +
      `${written.toFixed(1)} MB written, peak memory ${peak.toFixed(0)} MB (Excel included)\n`,
  );
  for (const { requestBytes, responseBytes } of excel.requests) {
    expect(Math.max(requestBytes, responseBytes)).toBeLessThanOrEqual(5 * MEGABYTE);
  }
  expect(excel.requests.length).toBeLessThanOrEqual((written + read) / 5 + FIXED);
});

function largeBook() {
  const book = createBook('存款明细.xlsx');
  const sheet = createSheet(book, '明细');
  sheet.rows.push(textRow(['数据日期：2025-11-30']), textRow(HEADER));
  for (let index = 0; index < ROWS; index++) sheet.rows.push(ledgerRow(index));
  book.sheets.push(sheet);
  book.activeSheetId = sheet.id;
  return book;
}

function textRow(texts: readonly string[]): Cell[] {
  return texts.map((value) => ({ value, format: GENERAL }));
}

/** Four deposits for each customer, by ten managers. */
function ledgerRow(index: number): Cell[] {
  const customer = index % (ROWS / 4);
  const text = (value: string): Cell => ({ value, format: TEXT });
  const number = (value: number): Cell => ({ value, format: GENERAL });
  const date = (value: number): Cell => ({ value, format: DATE });
  return [
    number(index + 1),
    text(String(10_000_000 + customer)),
    text(
      `客户${String.fromCharCode(0x4e00 + (customer % 5_000))}${String.fromCharCode(0x5000 + (customer % 97))}`,
    ),
    text(`62220000${String(1_000_000_000 + index)}`),
    text(index % 3 === 0 ? '活期储蓄' : '整存整取一年'),
    number(((index * 7919) % 1_000_003) / 10),
    number(((index * 6101) % 1_000_003) / 10),
    date(44_000 + (index % 900)),
    date(45_900 + (index % 700)),
    number(1.5),
    text(`张${String.fromCharCode(0x4e00 + (customer % 10))}(010${String(customer % 10)})`),
    text(`138${String(10_000_000 + customer)}`),
    text(`11010119800101${String(1_000 + (customer % 9_000))}`),
    text('人民路支行'),
    text(index % 50 === 0 ? '　重点客户 ' : ''),
  ];
}
