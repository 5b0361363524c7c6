import { NOTHING_CHOSEN } from '../../app/chosenSettings';
import { runHandover } from '../../app/runHandover';
import { messages } from '../../messages';
import { openWpsWorkbook } from '../../workbook/wps/openWpsWorkbook';
import { expectCells, expectSame } from './expect';
import type { Scratch } from './scratch';

/** Made up, small, and with all that a ledger must have. */
const LEDGER = [
  ['客户号', '客户名称', '账号', '产品名称', '余额', '年日均', '客户经理'],
  ['00001', '王芳', '6222020000000010001', '活期', 120000, 468000, '张三(001)'],
  ['00002', '李强', '6222020000000010002', '整存整取', 500000, 300000, '张三(001)'],
  ['00003', '陈静', '6222020000000010003', '活期', 8000, 8000, '张三(001)'],
];
const TODAY = 45_991;

/** Analyses a small ledger in the scratch workbook, writes everything and takes it back. */
export async function tryWholeWay({ root, book }: Scratch): Promise<string> {
  const { Worksheets } = book;
  const sheet = Worksheets.Add(undefined, Worksheets.Item(Worksheets.Count));
  sheet.Name = '明细';
  const area = `A1:G${String(LEDGER.length)}`;
  sheet.Range(area.replace('G', 'D')).NumberFormat = '@';
  sheet.Range(area).Value2 = LEDGER;
  const before = Worksheets.Count;
  const workbook = openWpsWorkbook(root);
  if (workbook === undefined) throw new Error('ActiveWorkbook');
  const words = messages('zh-CN');
  const outcome = await runHandover({ workbook, today: TODAY, chosen: NOTHING_CHOSEN, words });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const written = Worksheets.Count;
  if (written <= before) throw new Error(`${String(written)} ≤ ${String(before)}`);
  const { restored } = await workbook.restore();
  expectSame([restored, Worksheets.Count], [['明细'], before]);
  expectCells(sheetNamed(book, '明细').Range(area).Value2, LEDGER);
  return `${String(before)} → ${String(written)} → ${String(before)}`;
}

function sheetNamed({ Worksheets }: Scratch['book'], name: string) {
  for (let at = 1; at <= Worksheets.Count; at++) {
    const sheet = Worksheets.Item(at);
    if (sheet.Name === name) return sheet;
  }
  throw new Error(name);
}
