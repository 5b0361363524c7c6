import { EditKind, type WorkbookPlan } from '../../../src/workbook/sheetPlan';
import { openWpsWorkbook } from '../../../src/workbook/wps/openWpsWorkbook';
import type { WpsApplication } from '../../../src/workbook/wps/wpsTypes';
import type { LiveWorkbook } from '../../../src/workbook/workbook';
import { WorkbookFailure } from '../../../src/workbook/workbookFailure';
import { createWpsHost, type WpsHost } from '../../hosts/wps/createWpsHost';
import { describeBook } from '../../hosts/wps/describeBook';
import { columnAt, internFormat } from '../../hosts/wps/sheetModel';
import { CONTENT, LEDGER, customers, overview, planFor } from '../contractContent';

const [FIRST_LEDGER] = planFor().ledgers;

/** A plan with copy, chart, links and conditions, of which everything can be refused. */
const PLAN: WorkbookPlan = {
  ...planFor([
    {
      ...overview('概览'),
      charts: [
        {
          name: 'Pareto',
          title: '图',
          alternativeText: '图',
          anchor: { firstRow: 5, lastRow: 9, firstColumn: 0, lastColumn: 3 },
          legend: true,
          valueFormat: '0',
          series: [
            {
              name: '余额',
              kind: 'column',
              categories: source('客户汇总', 0),
              values: source('客户汇总', 1),
              colors: ['1F3864'],
            },
          ],
        },
      ],
    },
    {
      ...customers('客户汇总'),
      conditionalFormats: [
        {
          kind: 'formula',
          range: { firstRow: 1, lastRow: 3, firstColumn: 1, lastColumn: 1 },
          formula: 'B2>1',
          look: { fill: 'FFF2CC' },
        },
      ],
      print: { landscape: true },
    },
  ]),
  originals: [{ sheetName: '明细', copyName: '原始数据·明细' }],
};

function source(sheet: string, column: number) {
  const range = { firstRow: 1, lastRow: 3, firstColumn: column, lastColumn: column };
  return { sheet, range, values: [] };
}

/** The contract's ledger as users leave it: filtered, with a colour on one row and a chart. */
function createHost(): WpsHost {
  const host = createWpsHost({ ...CONTENT, sheets: [...CONTENT.sheets] });
  const ledger = host.book.sheets[0];
  if (ledger === undefined) throw new Error('no ledger');
  ledger.filter = { firstRow: 1, lastRow: 5, firstColumn: 0, lastColumn: 6 };
  ledger.charts.push({
    name: '我的图',
    alternativeText: '',
    area: [0, 0, 100, 100],
    facts: {},
    series: [],
  });
  columnAt(ledger, 1).formats[3] = internFormat({ numberFormat: 'General', fill: 0xff00 });
  ledger.widths.set(0, 22);
  return host;
}

function open({ root }: WpsHost): LiveWorkbook {
  const workbook = openWpsWorkbook(root as WpsApplication);
  if (workbook === undefined) throw new Error('no workbook is open');
  return workbook;
}

async function write(host: WpsHost): Promise<WorkbookFailure | undefined> {
  try {
    await open(host).write(PLAN);
    return undefined;
  } catch (error) {
    if (error instanceof WorkbookFailure) return error;
    throw error;
  }
}

const CLEAN_FLAGS = createHost().state.flags;

async function countCalls(): Promise<number> {
  const host = createHost();
  await write(host);
  return host.bridge.calls;
}

/** What a host leaves that makes a sheet and then takes no name for it, nor takes it away. */
function isNameless({
  name,
  cells,
}: {
  readonly name: string;
  readonly cells: readonly unknown[];
}) {
  return /^Sheet\d+$/.test(name) && cells.length === 0;
}

describe('a host that refuses', () => {
  test('leaves the workbook as it was, whichever call it refuses, and Restore brings all back', async () => {
    const total = await countCalls();
    const untouched = describeBook(createHost().book);
    let undone = 0;
    for (let at = 1; at <= total; at++) {
      const host = createHost();
      host.bridge.failAt(at);
      const failure = await write(host).catch((error: unknown) => error);
      expect(host.bridge.hasFailed).toBe(true);
      expect(host.state.flags).toEqual(CLEAN_FLAGS);
      if (failure !== undefined) {
        undone++;
        expect({ at, ...describeBook(host.book) }).toEqual({ at, ...untouched });
        continue;
      }
      await open(host).restore();
      expect({ at, ...describeBook(host.book) }).toEqual({ at, ...untouched });
    }
    expect(undone).toBeGreaterThan(total / 3);
  }, 120_000);

  test('leaves nothing half-done after Restore when it answers nothing instead of refusing', async () => {
    const total = await countCalls();
    const untouched = describeBook(createHost().book);
    for (let at = 1; at <= total; at += 3) {
      const host = createHost();
      host.bridge.failAt(at, { mode: 'silent' });
      await write(host).catch(() => undefined);
      await open(host)
        .restore()
        .catch(() => open(host).restore());
      expect({ at, ...describeBook(host.book) }).toEqual({ at, ...untouched });
    }
  }, 120_000);

  test('that goes on refusing leaves what Restore brings back once it works again', async () => {
    const total = await countCalls();
    const untouched = describeBook(createHost().book);
    for (let at = 20; at <= total - 100; at += 43) {
      const host = createHost();
      host.bridge.failAt(at, { count: 1e6 });
      expect(await write(host)).toBeInstanceOf(WorkbookFailure);
      host.bridge.failAt(Infinity);
      Object.assign(host.state.flags, CLEAN_FLAGS);
      await open(host).restore();
      const book = describeBook(host.book);
      expect({ at, ...book, sheets: book.sheets.filter((sheet) => !isNameless(sheet)) }).toEqual({
        at,
        ...untouched,
        active: expect.anything(),
      });
    }
  }, 120_000);

  test('during Restore leaves the analysed workbook as it was', async () => {
    const written = createHost();
    await write(written);
    const analysed = describeBook(written.book);
    const before = written.bridge.calls;
    await open(written).restore();
    const total = written.bridge.calls - before;
    for (let at = 1; at <= total; at++) {
      const host = createHost();
      await write(host);
      const workbook = open(host);
      host.bridge.failAt(at);
      const failure = await workbook.restore().catch((error: unknown) => error);
      const expected =
        failure instanceof WorkbookFailure ? analysed : describeBook(createHost().book);
      expect({ at, ...describeBook(host.book) }).toEqual({ at, ...expected });
    }
  }, 120_000);
});

describe('before the first write', () => {
  const refusals: readonly (readonly [string, (host: WpsHost) => void])[] = [
    ['workbook.busy', ({ state }) => (state.isEditing = true)],
    ['workbook.readOnly', ({ book }) => (book.isReadOnly = true)],
    ['workbook.protected', ({ book }) => (book.isStructureProtected = true)],
    [
      'workbook.protected',
      ({ book }) => {
        book.sheets.forEach((sheet) => (sheet.isProtected = true));
      },
    ],
  ];
  test.each(refusals)('%s is found', async (code, prepare) => {
    const host = createHost();
    const workbook = open(host);
    prepare(host);
    const before = describeBook(host.book);
    await expect(workbook.write(PLAN)).rejects.toMatchObject({ code });
    expect(describeBook(host.book)).toEqual(before);
  });

  test('another workbook in front is found', async () => {
    const host = createHost();
    const workbook = open(host);
    host.openOther();
    await expect(workbook.write(PLAN)).rejects.toMatchObject({ code: 'workbook.closed' });
    expect(describeBook(host.book)).toEqual(describeBook(createHost().book));
  });
});

test('another workbook that comes to the front meanwhile ends the job, and it is undone', async () => {
  const host = createHost();
  const workbook = open(host);
  let steps = 0;
  const onProgress = () => {
    if (++steps === 3) host.openOther();
  };
  await expect(workbook.write(PLAN, { onProgress })).rejects.toMatchObject({
    code: 'workbook.closed',
  });
  expect(describeBook(host.book)).toEqual(describeBook(createHost().book));
});

test('a cell’s colour travels with its row, a chart and a filter stay (SPEC 10)', async () => {
  const host = createHost();
  await write(host);
  const ledger = host.book.sheets.find(({ name }) => name === '明细');
  const fills = [2, 3, 4].map((row) => ledger?.columns[1]?.formats[row]?.fill);
  expect(fills).toEqual([undefined, 0xff00, undefined]);
  expect(ledger?.charts.map(({ name }) => name)).toEqual(['我的图']);
  expect(ledger?.filter).toEqual({ firstRow: 1, lastRow: 4, firstColumn: 0, lastColumn: 9 });
});

test('rows that a filter hides are sorted as well', async () => {
  const host = createHost();
  const ledger = host.book.sheets[0];
  ledger?.hiddenRows.add(3).add(5);
  if (ledger) ledger.isFiltered = true;
  await write(host);
  const ids = [2, 3, 4].map((row) => host.book.sheets[1]?.columns[0]?.values[row]);
  expect(ids).toEqual(['=1+1', '6222021234567890123', '0012345678']);
  expect(host.book.sheets[1]?.hiddenRows.size).toBe(0);
});

test('long ids in a column without the text format keep their digits when others are edited', async () => {
  const rows = LEDGER.rows.map((cells) => [...cells]);
  const host = createWpsHost({ name: 'a.xlsx', sheets: [{ ...LEDGER, rows }] });
  const kinds = Uint8Array.of(EditKind.text, EditKind.keep, EditKind.keep);
  const edit = { column: 0, kinds, values: Float64Array.of(0, 0, 0), texts: ['00099'] };
  const ledger = FIRST_LEDGER && { ...FIRST_LEDGER, edits: [edit] };
  await open(host).write({ ...PLAN, ledgers: ledger ? [ledger] : [] });
  const sheet = host.book.sheets.find(({ name }) => name === '明细');
  const ids = [2, 3, 4].map((row) => sheet?.columns[0]?.values[row]);
  expect(ids).toEqual(['00099', '6222021234567890123', '0012345678']);
  const formats = [2, 3, 4].map(
    (row) => sheet?.columns[0]?.formats[row]?.numberFormat ?? 'General',
  );
  expect(formats).toEqual(['@', 'General', 'General']);
});
