import { CELL_STYLES } from '../../../src/report/cellStyles';
import { createMemoryWorkbook } from '../../../src/workbook/memory/createMemoryWorkbook';
import { toRawWorkbook, type WorkbookContent } from '../../../src/workbook/memory/workbookContent';
import type { WorkbookPlan } from '../../../src/workbook/sheetPlan';

const CONTENT: WorkbookContent = {
  name: 'ledger.xlsx',
  sheets: [
    {
      name: '明细',
      rows: [
        ['客户号', '余额', '到期日'],
        ['0012', 1.5, { date: 45991 }],
        [null, { error: '#N/A' }, true],
      ],
      date1904: false,
    },
    { name: '旧', hidden: true, rows: [[{ formula: 'A1*2', result: 3 }]] },
  ],
};

const PLAN: WorkbookPlan = {
  ledgers: [],
  sheets: [
    {
      role: 'customers',
      name: '客户汇总',
      widths: [],
      frozenRows: 1,
      frozenColumns: 0,
      blocks: [
        {
          kind: 'columns',
          row: 1,
          column: 0,
          rowCount: 2,
          columns: [
            { kind: 'text', values: ['0012', '张三'], style: 'text' },
            { kind: 'formula', formula: 'B{r}*2', values: [1, 2], style: 'amount' },
            { kind: 'number', values: [45991.5, NaN], style: 'date' },
          ],
        },
      ],
      tables: [
        {
          name: 'T',
          range: { firstRow: 0, lastRow: 2, firstColumn: 0, lastColumn: 27 },
          columnNames: [],
        },
      ],
      validations: [
        {
          range: { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
          rule: { kind: 'list', values: ['是', '否'] },
          errorTitle: '',
          errorMessage: '',
        },
      ],
      merges: [],
    },
  ],
  styles: CELL_STYLES,
  language: 'zh-CN',
};

test('a snapshot shows what a person would see, and tells texts from what they look like', async () => {
  const workbook = createMemoryWorkbook(CONTENT);
  await workbook.write(PLAN);
  expect(workbook.snapshot()).toEqual([
    {
      name: '明细',
      hidden: false,
      mark: undefined,
      rows: [
        ['客户号', '余额', '到期日'],
        ["'0012", '1.5', '2025-11-30'],
        ['', '#N/A', 'TRUE'],
      ],
      merges: [],
      tables: [],
      validations: [],
    },
    {
      name: '旧',
      hidden: true,
      mark: undefined,
      rows: [['=A1*2 → 3']],
      merges: [],
      tables: [],
      validations: [],
    },
    {
      name: '客户汇总',
      hidden: false,
      mark: 'customers',
      rows: [[], ["'0012", '=B2*2 → 1', '2025-11-30 12:00:00'], ['张三', '=B3*2 → 2']],
      merges: [],
      tables: ['T A1:AB3'],
      validations: ['A2:A3 是|否'],
    },
  ]);
});

test('a workbook may start from what another adapter read', async () => {
  const raw = toRawWorkbook(CONTENT);
  const read = await createMemoryWorkbook(raw).read();
  expect(read.sheets.map(({ rowCount, hidden }) => ({ rowCount, hidden }))).toEqual([
    { rowCount: 3, hidden: false },
    { rowCount: 1, hidden: true },
  ]);
  expect(createMemoryWorkbook(raw).snapshot()[0]?.rows[1]).toEqual(["'0012", '1.5', '2025-11-30']);
});

test('what was read before a write is not changed by it', async () => {
  const workbook = createMemoryWorkbook(CONTENT);
  const before = await workbook.read();
  await workbook.write(PLAN);
  expect(before.sheets).toHaveLength(2);
});
