import { DEFAULT_SCRIPT_SETTINGS } from '../../src/core';
import { messages } from '../../src/messages';
import { CELL_STYLES, nameSheets, planWorkbook } from '../../src/report';
import type { SheetPlan, SheetRole } from '../../src/workbook/sheetPlan';
import { buildAnalysis, buildReport } from './buildAnalysis';
import { buildWorkbook, type TestCell } from './buildWorkbook';
import { dumpSheet } from './dumpSheet';
import { SAMPLE_ROWS, SAMPLE_WORKBOOK } from './handoverSample';
import { keyOf, layOutCells } from './laidOutCells';

function sheetOf(sheets: readonly SheetPlan[], role: SheetRole): SheetPlan {
  const sheet = sheets.find((candidate) => candidate.role === role);
  if (sheet === undefined) throw new Error(`no sheet ${role}`);
  return sheet;
}

describe('Sheets of ours (SPEC 10)', () => {
  const { sheets, input } = buildReport(SAMPLE_WORKBOOK);

  test('the overview comes first, and each role once', () => {
    expect(sheets.map(({ role }) => role)).toEqual([
      'overview',
      'customers',
      'scripts',
      'crossOwnership',
      'maturities',
      'cleaningLog',
      'setAside',
    ]);
  });

  test('blocks do not overlap and stay within the widths given', () => {
    for (const sheet of sheets) {
      const taken = new Set<string>();
      for (const block of sheet.blocks) {
        const rows = block.kind === 'cells' ? block.cells.length : block.rowCount;
        for (let row = 0; row < rows; row++) {
          const line = block.kind === 'cells' ? (block.cells[row] ?? []) : block.columns;
          expect(block.column + line.length).toBeLessThanOrEqual(sheet.widths.length);
          line.forEach((_, column) => {
            const at = keyOf(block.row + row, block.column + column);
            expect([sheet.name, at, taken.has(at)]).toEqual([sheet.name, at, false]);
            taken.add(at);
          });
        }
      }
    }
  });

  test('a table’s names are those in its header row, and tables are named apart', () => {
    const laidOut = layOutCells(SAMPLE_WORKBOOK, sheets, []);
    const names = sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    for (const { name, tables } of sheets) {
      for (const { range, columnNames } of tables) {
        const headers = columnNames.map(
          (_, column) =>
            laidOut.get(name)?.get(keyOf(range.firstRow, range.firstColumn + column))?.value,
        );
        expect(headers).toEqual(columnNames);
        expect(range.lastRow).toBeGreaterThan(range.firstRow);
        expect(range.lastColumn - range.firstColumn + 1).toBe(columnNames.length);
      }
    }
  });

  test('a sheet without a row has neither a table nor validations', () => {
    const rows = [
      ['客户号', '余额'],
      ['1', 100],
    ];
    const plain = buildReport(buildWorkbook({ 明细: rows }), { settings: { predecessors: [] } });
    expect(sheetOf(plain.sheets, 'maturities').tables).toEqual([]);
    expect(sheetOf(plain.sheets, 'maturities').validations).toEqual([]);
    expect(sheetOf(plain.sheets, 'crossOwnership').tables).toEqual([]);
  });

  test('the customers stand in the order of the call list', () => {
    const { analysis } = input;
    const laidOut = layOutCells(SAMPLE_WORKBOOK, sheets, []).get(input.sheetNames.customers);
    const ids = [...analysis.callList].map((customer) => analysis.customers.id(customer));
    const written = ids.map((_, index) => laidOut?.get(keyOf(3 + index, 2))?.value);
    expect(written).toEqual(ids);
  });

  test('every style that a plan uses has a look', () => {
    for (const sheet of sheets) {
      for (const block of sheet.blocks) {
        const styles =
          block.kind === 'cells'
            ? block.cells.flat().flatMap(({ style }) => style ?? [])
            : block.columns.map(({ style }) => style);
        for (const style of styles) expect(CELL_STYLES).toHaveProperty(style);
      }
    }
  });

  test('the running share is a value where there are more than 5,000 customers', () => {
    const rows = Array.from({ length: 5001 }, (_, index): TestCell[] => [
      String(100000 + index),
      index + 1,
    ]);
    const formulasWith = (customers: readonly TestCell[][]): string[] => {
      const workbook = buildWorkbook({ 明细: [['客户号', '余额'], ...customers] });
      const settings = { predecessors: [] };
      const sheet = sheetOf(buildReport(workbook, { settings }).sheets, 'customers');
      return sheet.blocks.flatMap((block) =>
        block.kind === 'columns'
          ? block.columns.flatMap((column) => (column.kind === 'formula' ? [column.formula] : []))
          : [],
      );
    };
    const isRunning = (formula: string): boolean => formula.includes('SUMIFS');
    expect(formulasWith(rows).some(isRunning)).toBe(false);
    expect(formulasWith(rows.slice(1)).some(isRunning)).toBe(true);
  });

  test('the row set aside stands there whole, with sheet, row and reason', () => {
    const dump = dumpSheet(sheetOf(sheets, 'setAside'));
    expect(dump).toContain('存款明细 | 19 | 金额无法识别 |  | 100 | 16 | 0010011 | 褚金额');
    expect(dump.match(/^A\d+ \| 存款明细/gm)).toHaveLength(
      input.analysis.ledger.rowCount - input.analysis.totals.rowsKept,
    );
  });

  test('scripts and log entries left out are counted where they would stand', () => {
    const settings = { scriptCap: 2, cleaningLogCap: 3 };
    const capped = buildReport(SAMPLE_WORKBOOK, { settings });
    expect(dumpSheet(sheetOf(capped.sheets, 'scripts'))).toContain('还有 7 户没有写话术');
    expect(dumpSheet(sheetOf(capped.sheets, 'cleaningLog'))).toContain(
      '以下逐格列出前 3 处，另有 17 处只计数、未列出。',
    );
  });

  test('a shared deposit that matures is reminded of once, with the whole amount', () => {
    const dump = dumpSheet(sheetOf(sheets, 'maturities'));
    expect(dump.match(/吴敏/g)).toHaveLength(1);
    expect(dump).toContain('吴敏 | 13800000007 | *0001 | 整存整取 | 400000');
  });

  test('the window of reminders holds both its ends, and deposits with a balance only', () => {
    const rows = [
      ['客户号', '余额', '年日均', '到期日', '客户经理'],
      ['1', 100, 100, '2025-11-29', '李前任'],
      ['2', 100, 100, '2025-11-30', '李前任'],
      ['3', 100, 100, '2026-02-28', '李前任'],
      ['4', 100, 100, '2026-03-01', '李前任'],
      ['5', 0, 100, '2025-12-05', '李前任'],
      ['6', 100, 100, '2025-12-05', '别人'],
    ];
    const { sheets: planned } = buildReport(buildWorkbook({ 明细: rows }));
    const dump = dumpSheet(sheetOf(planned, 'maturities'));
    const listed = [...dump.matchAll(/^A\d+ \| \d{5} \| \d+ \| P\d \| (\d)/gm)];
    expect(listed.map(([, id]) => id)).toEqual(['2', '3']);
  });

  test('texts of the data are texts in the plan, whatever they begin with', () => {
    const customers = sheetOf(sheets, 'customers');
    const names = customers.blocks.flatMap((block) =>
      block.kind === 'columns' ? [block.columns[3]] : [],
    );
    expect(names.map((column) => column?.kind)).toEqual(['text']);
    expect(dumpSheet(customers)).toContain('=陈公式');
  });
});

describe('Tab names (SPEC 10)', () => {
  const { sheetNames } = messages('zh-CN').report;
  const withSheets = (tabs: readonly { name: string; mark?: string }[]) => ({
    name: 'x.xlsx',
    sheets: tabs.flatMap((tab) =>
      buildWorkbook({ [tab.name]: [] }).sheets.map((sheet) => ({ ...sheet, ...tab })),
    ),
  });

  test('a user’s own sheet of the same name is left alone', () => {
    const workbook = withSheets([{ name: '客户汇总' }, { name: '客户汇总 (2)' }]);
    const names = nameSheets(workbook, sheetNames);
    expect(names.customers).toBe('客户汇总 (3)');
    expect(names.overview).toBe('概览');
  });

  test('a sheet that an earlier run wrote gives its name back', () => {
    const workbook = withSheets([{ name: '客户汇总', mark: 'customers' }]);
    expect(nameSheets(workbook, sheetNames).customers).toBe('客户汇总');
  });

  test('names that differ only in case are one name', () => {
    const english = messages('en').report.sheetNames;
    expect(nameSheets(withSheets([{ name: 'OVERVIEW' }]), english).overview).toBe('Overview (2)');
  });

  test('formulas use the name that was given', () => {
    const workbook = buildWorkbook({ 存款明细: SAMPLE_ROWS, 客户汇总: [['自己的表']] });
    const { sheets } = buildReport(workbook);
    expect(dumpSheet(sheetOf(sheets, 'overview'))).toContain("SUM('客户汇总 (2)'!");
  });
});

test('the same input gives the same plan', () => {
  const dump = (): string => buildReport(SAMPLE_WORKBOOK).sheets.map(dumpSheet).join('\n');
  expect(dump()).toBe(dump());
});

test('a plan needs no ledger area: the sums are values then', () => {
  const words = messages('zh-CN');
  const sheets = planWorkbook({
    analysis: buildAnalysis(SAMPLE_WORKBOOK),
    workbook: SAMPLE_WORKBOOK,
    areas: [],
    words,
    sheetNames: nameSheets(SAMPLE_WORKBOOK, words.report.sheetNames),
    scriptSettings: DEFAULT_SCRIPT_SETTINGS,
  });
  expect(dumpSheet(sheetOf(sheets, 'overview'))).not.toContain("'存款明细'!");
});
