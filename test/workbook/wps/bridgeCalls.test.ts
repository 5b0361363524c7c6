import type { CellContent } from '../../../src/workbook/memory/workbookContent';
import type { WorkbookPlan } from '../../../src/workbook/sheetPlan';
import { openWpsWorkbook } from '../../../src/workbook/wps/openWpsWorkbook';
import type { WpsApplication } from '../../../src/workbook/wps/wpsTypes';
import { createWpsHost } from '../../hosts/wps/createWpsHost';
import { analyse } from '../sameAsFile/runOnFile';

const HEADERS = [
  ...['序号', '客户号', '客户名称', '账号', '产品名称', '本年余额', '本年日均', '客户经理'],
  ...['开户日期', '到期日', '手机号', '开户机构', '证件号码', '利率', '备注'],
];

function ledgerRow(at: number, customers: number): CellContent[] {
  const customer = at % customers;
  return [
    at + 1,
    String(10_000_000 + customer),
    `客户 ${String.fromCharCode(0x4e00 + (customer % 5000))}${String.fromCharCode(0x5000 + (customer % 997))}`,
    `62220${String(10_000_000_000 + at)}`,
    at % 3 === 0 ? '活期' : '整存整取',
    at % 4 === 0 ? `${String(at % 100)},000.50` : (at % 90_000) + 0.25,
    (at * 7) % 80_000,
    at % 10 === 0 ? '李四(002)' : '张三(001)',
    at % 5 === 0 ? '20240105' : { date: 45_000 + (at % 300) },
    { date: 46_000 + (at % 400) },
    `1380000${String(1000 + (customer % 9000))}`,
    '城东支行',
    `1101011990${String(10_000_000 + customer)}`,
    0.0015,
    null,
  ];
}

/** Names, formats of mixed columns and the like, however many rows there are. */
const HANDFUL = 100;

interface Run {
  readonly cells: number;
  readonly readCalls: number;
  readonly writeCalls: number;
}

/** Analyses a ledger of that many rows and counts the trips over the bridge. */
async function run(rowCount: number): Promise<Run> {
  const rows: CellContent[][] = [HEADERS];
  for (let at = 0; at < rowCount; at++) rows.push(ledgerRow(at, 2_500));
  const host = createWpsHost({ name: '明细.xlsx', sheets: [{ name: '明细', rows }] });
  const workbook = openWpsWorkbook(host.root as WpsApplication);
  if (workbook === undefined) throw new Error('no workbook is open');
  host.bridge.resetCounts();
  let readCalls = 0;
  const plan = await analyse({
    ...workbook,
    async read() {
      const raw = await workbook.read();
      readCalls = host.bridge.calls;
      return raw;
    },
  });
  expect(host.bridge.unknownMembers).toEqual([]);
  return {
    cells: rowCount * HEADERS.length + countNewCells(plan),
    readCalls,
    writeCalls: host.bridge.calls - readCalls,
  };
}

function countNewCells({ ledgers, sheets }: WorkbookPlan): number {
  const added = ledgers.reduce((sum, ledger) => sum + ledger.order.length * ledger.added.length, 0);
  return sheets.reduce((sum, { blocks }) => {
    const cells = blocks.map((block) =>
      block.kind === 'columns' ? block.rowCount * block.columns.length : 0,
    );
    return sum + cells.reduce((a, b) => a + b, 0);
  }, added);
}

test('a hundred thousand rows cross the bridge in one call per 20,000 cells and a fixed number', async () => {
  const small = await run(20_000);
  const large = await run(100_000);
  const growth = (large.cells - small.cells) / 20_000;
  expect(large.readCalls).toBeLessThanOrEqual((100_000 * 15) / 20_000 + HANDFUL);
  expect(large.readCalls - small.readCalls).toBeLessThanOrEqual((80_000 * 15) / 20_000);
  expect(large.writeCalls - small.writeCalls).toBeLessThanOrEqual(growth);
}, 300_000);
