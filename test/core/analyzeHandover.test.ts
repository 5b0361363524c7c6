import {
  analyzeHandover,
  CellKind,
  DEFAULT_SETTINGS,
  dayOf,
  NAME_SOURCES,
  PRIORITIES,
  SET_ASIDE_REASONS,
  STANCES,
  TRENDS,
  type Analysis,
  type RawWorkbook,
} from '../../src/core';
import {
  analyze,
  buildWorkbook,
  findCustomer,
  listSetAside,
  settingsWith,
  TODAY,
  type TestCell,
  type TestRows,
} from './buildWorkbook';

const HEADER = ['客户号', '客户名称', '账号', '产品', '本年余额', '本年日均', '客户经理', '到期日'];

/** One deposit; what is not given is ordinary. */
function row(given: Partial<Record<(typeof HEADER)[number], TestCell>>): TestCell[] {
  const ordinary: Record<string, TestCell> = {
    客户号: '001',
    客户名称: '张三',
    账号: '6222000000000000001',
    产品: '活期',
    本年余额: 100,
    本年日均: 100,
    客户经理: '王经理',
    到期日: null,
  };
  return HEADER.map((header) =>
    header in given ? (given[header] ?? null) : (ordinary[header] ?? null),
  );
}

function analyzeUndated(workbook: RawWorkbook): Analysis {
  const settings = { ...DEFAULT_SETTINGS, today: TODAY };
  const result = analyzeHandover(workbook, settings);
  if (!result.ok) throw new Error(`not analysable: ${JSON.stringify(result.problem)}`);
  return result.analysis;
}

const ledger = (...rows: TestRows) => buildWorkbook({ 明细: [HEADER, ...rows] });
const reasonsOf = (...rows: TestRows) => listSetAside(analyze(ledger(...rows)), SET_ASIDE_REASONS);

describe('finding the data (SPEC 1)', () => {
  test('title rows state the date and the unit, the header stands below them', () => {
    const analysis = analyzeUndated(
      buildWorkbook({
        明细: [
          ['城东支行存款明细表'],
          ['数据日期：2025-11-30', null, '单位：万元'],
          [],
          HEADER,
          row({ 本年余额: '1.441295', 本年日均: 2 }),
        ],
      }),
    );
    expect(analysis.dataDate).toBe(dayOf(2025, 11, 30));
    expect(analysis.layouts[0]).toMatchObject({ headerRow: 3, balanceUnit: 4, role: 'ledger' });
    expect(analysis.totals.balanceFen).toBe(1441295);
    expect(analysis.totals.dailyAverageFen).toBe(2000000);
  });

  test('a unit in a header outranks the title', () => {
    const header = HEADER.map((text) => (text === '本年余额' ? '本年余额(元)' : text));
    const analysis = analyze(buildWorkbook({ 明细: [['单位：万元'], header, row({})] }));
    expect(analysis.totals.balanceFen).toBe(10000);
    expect(analysis.totals.dailyAverageFen).toBe(100_0000_00);
  });

  test.each([
    ['明细20251130', 'x.xlsx', '2025-11-30', 'dataDate.fromName'],
    ['明细', '导出_20251031.xlsx', '2025-10-31', 'dataDate.fromName'],
    ['明细', 'x.xlsx', '2025-12-01', 'dataDate.today'],
  ])('without a stated date: sheet %s, file %s give %s', (sheet, name, day, code) => {
    const settings = { ...DEFAULT_SETTINGS, today: TODAY };
    const result = analyzeHandover(
      buildWorkbook({ [sheet]: [HEADER, row({})] }, { name }),
      settings,
    );
    if (!result.ok) throw new Error('not analysable');
    const [year, month, date] = day.split('-').map(Number);
    expect(result.analysis.dataDate).toBe(dayOf(year ?? 0, month ?? 0, date ?? 0));
    expect(result.analysis.assumptions.map((problem) => problem.code)).toContain(code);
  });

  test('the date of a footer is not the data date', () => {
    const settings = { ...DEFAULT_SETTINGS, today: TODAY };
    const workbook = ledger(row({}), [
      '制表人：李某',
      null,
      null,
      null,
      '打印时间：2025-01-01 09:31',
    ]);
    const result = analyzeHandover(workbook, settings);
    expect(result.ok && result.analysis.dataDate).toBe(dayOf(2025, 12, 1));
  });

  test('a header of two rows, merged or with blank followers, is joined', () => {
    for (const second of ['余额', null]) {
      const analysis = analyze(
        buildWorkbook({
          明细: [
            ['客户号', '账号', '余额', second, '日均', second === null ? null : '日均'],
            [null, null, '上年', '本年', '本月', '本年'],
            ['00012345', '62220001', 9, 100, 8, 250],
          ],
        }),
      );
      expect(analysis.layouts[0]).toMatchObject({ headerRow: 0, headerRows: 2 });
      expect(analysis.totals.balanceFen).toBe(10000);
      expect(analysis.totals.dailyAverageFen).toBe(25000);
    }
  });

  test('other periods and loans are never taken for this year’s deposits', () => {
    const analysis = analyze(
      buildWorkbook({
        明细: [
          ['客户号', '账号', '贷款余额', '上年余额', '余额', '月日均', '日均', '年日均'],
          ['1001', '62220001', 7, 6, 5, 4, 3, 2],
        ],
      }),
    );
    expect(analysis.totals.balanceFen).toBe(500);
    expect(analysis.totals.dailyAverageFen).toBe(200);
  });

  test('several ledger sheets are read as one, lists and other sheets are told apart', () => {
    const analysis = analyze(
      buildWorkbook({
        甲: [HEADER, row({})],
        说明: [['本表由系统导出']],
        客户信息: [
          ['客户编号', '客户姓名', '手机号码'],
          ['001', '张三', '13800000000'],
        ],
        乙: [HEADER, row({ 账号: '6222000000000000002' })],
      }),
    );
    expect(analysis.layouts.map(({ role }) => role)).toEqual([
      'ledger',
      'other',
      'customers',
      'ledger',
    ]);
    expect(analysis.totals).toMatchObject({ customers: 1, accounts: 2, balanceFen: 20000 });
    expect(analysis.customers.detail(0, 'phone')).toBe('13800000000');
  });

  test('a hidden sheet is no ledger, which is said', () => {
    const workbook = buildWorkbook(
      { 明细: [HEADER, row({})], 上月: [HEADER, row({})] },
      { hidden: ['上月'] },
    );
    const analysis = analyze(workbook);
    expect(analysis.totals.rowsRead).toBe(1);
    expect(analysis.warnings).toContainEqual({ code: 'sheet.hiddenLedger', sheet: '上月' });
  });

  test('a sheet with our mark is never read', () => {
    const workbook = buildWorkbook({ 明细: [HEADER, row({})], 客户汇总: [HEADER, row({})] });
    const marked = workbook.sheets.map((sheet) =>
      sheet.name === '客户汇总' ? { ...sheet, mark: 'customers' } : sheet,
    );
    expect(analyze({ ...workbook, sheets: marked }).totals.rowsRead).toBe(1);
  });

  test('the user’s mapping outranks the headers', () => {
    const analysis = analyze(ledger(row({ 本年日均: 7 })), {
      mappings: { 明细: { balance: 'F', dailyAverage: '' } },
    });
    expect(analysis.totals.balanceFen).toBe(700);
    expect(analysis.hasDailyAverage).toBe(false);
  });

  test.each<[string, TestRows, object]>([
    ['no ledger', [['天气', '晴']], { code: 'ledger.notFound', sheets: ['明细'] }],
    [
      'a ledger without amounts',
      [['存款明细'], ['客户号', '户名', '账号', '储种'], ['1', '张三', '62220001', '活期']],
      { code: 'column.missing', sheet: '明细', headerRow: 2, field: 'amount' },
    ],
    [
      'a ledger without a key',
      [
        ['机构', '储种', '余额', '日均'],
        ['城东', '活期', 1, 2],
      ],
      { code: 'column.missing', sheet: '明细', headerRow: 1, field: 'key' },
    ],
    ['no rows', [HEADER], { code: 'ledger.noRows', sheet: '明细', headerRow: 1 }],
    [
      'no row that can be kept',
      [HEADER, row({ 本年余额: 'abc' })],
      { code: 'ledger.nothingKept', rowsRead: 1 },
    ],
  ])('%s is answered with what, where', (_case, rows, problem) => {
    expect(analyzeHandover(buildWorkbook({ 明细: rows }), settingsWith())).toMatchObject({
      ok: false,
      problem,
    });
  });

  test('only one amount: the analysis runs without delta and says so', () => {
    const analysis = analyze(
      buildWorkbook({
        明细: [
          ['客户号', '账号', '余额'],
          ['1001', '62220001', 5],
        ],
      }),
      {
        basis: 'dailyAverage',
      },
    );
    expect(analysis.hasDelta).toBe(false);
    expect(analysis.basis).toBe('balance');
    expect(analysis.warnings).toContainEqual({ code: 'delta.missing', amount: 'dailyAverage' });
  });
});

describe('rows set aside (SPEC 2)', () => {
  const good = row({});

  test('each reason, at its row', () => {
    const header = [...HEADER, '币种', '状态'];
    const with_ = (cells: TestCell[], currency: TestCell = 'CNY', status: TestCell = '正常') => [
      ...cells,
      currency,
      status,
    ];
    const analysis = analyze(
      buildWorkbook({
        明细: [
          header,
          with_(good),
          [],
          header,
          ['小 计：', null, null, null, 5, 5],
          ['制表人：李某', null, null, null, '打印时间：2025-12-01'],
          with_(row({ 客户号: '-', 客户名称: null })),
          with_(row({ 账号: '1002' }), 'USD'),
          with_(row({ 账号: '1003', 本年余额: 0, 本年日均: null }), 'CNY', '已销户'),
          with_(row({ 账号: '1004', 本年余额: '-', 本年日均: ' ' })),
          with_(row({ 账号: '1005', 本年余额: 'abc' })),
          with_(row({ 账号: '1006', 本年余额: { error: 6 } })),
          with_(good),
          with_(row({ 账号: '1007' }), '人民币', '销户'),
        ],
      }),
    );
    expect(listSetAside(analysis, SET_ASIDE_REASONS)).toEqual([
      [3, 'blank'],
      [4, 'repeated header'],
      [5, 'total'],
      [6, 'footer'],
      [7, 'no key'],
      [8, 'foreign currency'],
      [9, 'closed'],
      [10, 'no amount'],
      [11, 'invalid amount'],
      [12, 'invalid amount'],
      [13, 'duplicate'],
    ]);
    expect(analysis.totals.rowsKept).toBe(2);
  });

  test('a label in a key column is not a key', () => {
    expect(reasonsOf(good, ['合计', null, null, null, 1, 1])).toEqual([[3, 'total']]);
    expect(reasonsOf(good, [null, null, '第 1 页 共 1 页'])).toEqual([[3, 'footer']]);
    expect(reasonsOf(good, [null, '本页合计', null, null, 1, 1])).toEqual([[3, 'total']]);
  });

  test('a row with a real id or account is never a total or a footer', () => {
    expect(
      reasonsOf(
        good,
        row({ 账号: '1002', 产品: '合计' }),
        row({ 账号: '1003', 产品: '备注：大额' }),
      ),
    ).toEqual([]);
  });

  test('a page’s title rows again are a repeated header', () => {
    const analysis = analyze(
      buildWorkbook({
        明细: [['城东支行存款明细表'], HEADER, good, ['城东支行存款明细表'], HEADER],
      }),
    );
    expect(listSetAside(analysis, SET_ASIDE_REASONS)).toEqual([
      [4, 'repeated header'],
      [5, 'repeated header'],
    ]);
  });

  test('a blank amount beside a present one is 0 and logged', () => {
    const analysis = analyze(ledger(row({ 本年余额: '—', 本年日均: 12 })));
    expect(analysis.totals).toMatchObject({ rowsKept: 1, balanceFen: 0, dailyAverageFen: 1200 });
    expect(analysis.cleaning().counts.get('amount.blank')).toBe(1);
  });

  test('duplicates are compared cleaned, but for a running number, across sheets', () => {
    const header = ['序号', ...HEADER];
    const analysis = analyze(
      buildWorkbook({
        甲: [
          header,
          [1, ...row({ 本年余额: '1,000.00' })],
          [2, ...row({ 账号: '1002' })],
          [3, ...row({ 账号: '1003' })],
        ],
        乙: [header, [4, ...row({ 本年余额: 1000, 客户号: 1, 账号: '\t6222 000000000000001' })]],
      }),
    );
    expect(analysis.totals.setAside.duplicate).toBe(1);
    expect(analysis.totals.setAsideBalanceFen.duplicate).toBe(100000);
  });

  test('rows that differ in any column are no duplicates', () => {
    const header = [...HEADER, '备注'];
    const analysis = analyze(buildWorkbook({ 明细: [header, [...good, '甲'], [...good, '乙']] }));
    expect(analysis.totals.setAside.duplicate).toBe(0);
  });

  test('a switch keeps duplicates', () => {
    expect(analyze(ledger(good, good), { keepDuplicates: true }).totals.balanceFen).toBe(20000);
  });
});

describe('control total (SPEC 2)', () => {
  const total = (label: string, balance: TestCell, average: TestCell = null) => [
    label,
    null,
    null,
    null,
    balance,
    average,
  ];
  const rows = [row({}), row({ 账号: '1002', 本年余额: 50 })];

  test.each([
    ['matched', total('合计', 150, 200)],
    ['matched', total('总 计：', '150.00')],
    ['differs', total('合计', 151)],
    ['matched', total('汇总', 150)],
    ['none', total('小计', 150)],
    ['none', total('本页合计', 150)],
  ])('%s: %j', (state, line) => {
    expect(analyze(ledger(...rows, line)).controlTotal.state).toBe(state);
  });

  test('a difference is said', () => {
    const analysis = analyze(ledger(...rows, total('合计', 151)));
    expect(analysis.warnings).toContainEqual({
      code: 'controlTotal.differs',
      sheet: '明细',
      row: 4,
      balanceDifferenceFen: 100,
    });
  });

  test('if it matches only with the duplicates, they are genuine deposits', () => {
    const analysis = analyze(ledger(row({}), row({}), total('合计', 200)));
    expect(analysis.totals).toMatchObject({ rowsKept: 2, balanceFen: 20000, accounts: 1 });
    expect(analysis.controlTotal.state).toBe('matched');
    expect(analysis.assumptions).toContainEqual({ code: 'duplicates.kept', rows: 1 });
  });

  test('totals of each sheet are added up where none stands for all', () => {
    const sheet = (account: string) => [HEADER, row({ 账号: account }), total('合计', 100)];
    expect(
      analyze(buildWorkbook({ 甲: sheet('1001'), 乙: sheet('1002') })).controlTotal.state,
    ).toBe('matched');
  });
});

describe('shared deposits (SPEC 2)', () => {
  const header = [...HEADER, '业绩占比'];
  const share = (manager: string, part: TestCell, account = '1001') => [
    ...row({ 客户经理: manager, 账号: account, 本年余额: 101 }),
    part,
  ];
  const partsOf = (rows: TestRows) => {
    const analysis = analyze(buildWorkbook({ 明细: [header, ...rows] }));
    const { customers, managers } = analysis;
    const parts = [...customers.partManager].map((manager, i) => [
      managers[manager]?.name ?? '',
      customers.partBalanceFen[i],
    ]);
    return { analysis, parts: Object.fromEntries(parts) as Record<string, number> };
  };

  test('the same deposit under two managers counts once and is split equally', () => {
    const { analysis, parts } = partsOf([share('甲', null), share('乙', null)]);
    expect(analysis.totals).toMatchObject({
      balanceFen: 10100,
      accounts: 1,
      sharedBalanceFen: 10100,
      keptBalanceFen: 20200,
    });
    expect(analysis.customers.deposits[0]).toBe(1);
    expect(parts).toEqual({ 甲: 5050, 乙: 5050 });
  });

  test.each([
    ['percents', 60, 40],
    ['fractions', 0.6, 0.4],
    ['texts', '60%', '40%'],
  ])('shares as %s', (_case, a, b) => {
    expect(partsOf([share('甲', a), share('乙', b)]).parts).toEqual({ 甲: 6060, 乙: 4040 });
  });

  test('shares that do not sum to 1 are scaled, with a caution', () => {
    const { analysis, parts } = partsOf([share('甲', 60), share('乙', 30)]);
    expect(parts).toEqual({ 甲: 6733, 乙: 3367 });
    expect(analysis.warnings).toContainEqual({ code: 'shares.scaled', deposits: 1 });
  });

  test('a lone share below 1 leaves the rest to an unnamed other, and nothing is cross-owned', () => {
    const { analysis, parts } = partsOf([share('甲', 60)]);
    expect(parts).toEqual({ 甲: 6060, '': 4040 });
    expect(analysis.customers.crossOwned[0]).toBe(0);
    expect(analysis.customers.ownShare[0]).toBeCloseTo(0.6);
    expect(analysis.warnings).toContainEqual({ code: 'shares.unnamedOther', deposits: 1 });
  });

  test('several managers in a cell share the deposit', () => {
    expect(partsOf([share('甲60%;乙40%', null)]).parts).toEqual({ 甲: 6060, 乙: 4040 });
    expect(partsOf([share('甲/乙', null)]).parts).toEqual({ 甲: 5050, 乙: 5050 });
  });

  test('several sub-deposits under one account add up', () => {
    const { analysis } = partsOf([
      share('甲', null),
      [...row({ 账号: '1001', 客户经理: '甲', 本年余额: 7 }), null],
    ]);
    expect(analysis.totals).toMatchObject({ balanceFen: 10800, accounts: 1 });
    expect(analysis.customers.deposits[0]).toBe(2);
  });

  test('rows without an account number are never one deposit', () => {
    const rows = ['甲', '乙'].map((manager) => [...row({ 客户经理: manager, 账号: null }), null]);
    expect(partsOf(rows).analysis.totals.balanceFen).toBe(20000);
  });
});

describe('consolidation (SPEC 3)', () => {
  test('ids as text and number, with and without leading zeros, are one customer; the longest is shown', () => {
    const analysis = analyze(
      ledger(
        row({ 客户号: '00012345' }),
        row({ 客户号: 12345, 账号: '1002' }),
        row({ 客户号: '１２３４５', 账号: '1003' }),
      ),
    );
    expect(analysis.customers.count).toBe(1);
    expect(analysis.customers.id(0)).toBe('00012345');
  });

  test('an id that lost digits in a numeric cell never meets an exact one', () => {
    const lossy = 6222021234567890000;
    const analysis = analyze(
      ledger(row({ 客户号: lossy }), row({ 客户号: '6222021234567890000', 账号: '1002' })),
    );
    expect(analysis.customers.count).toBe(2);
    expect(analysis.cleaning().counts.get('id.precisionLost')).toBe(1);
    expect(analysis.warnings.map(({ code }) => code)).toContain('id.precisionLost');
  });

  test('without an id: the list’s id for the account, else name and document, else the name', () => {
    const header = ['账号', '户名', '证件号码', '余额', '日均'];
    const analysis = analyze(
      buildWorkbook({
        明细: [
          header,
          ['1001', null, null, 1, 1],
          ['1002', '张三', '110', 2, 2],
          ['1003', '张三', '110', 3, 3],
          ['1004', '张三', '220', 4, 4],
          ['1005', '李四', null, 5, 5],
          ['1006', null, null, 6, 6],
        ],
        名单: [
          ['账号', '客户号', '姓名'],
          ['01001', 'C1', '王五'],
        ],
      }),
    );
    expect(analysis.totals).toMatchObject({ customers: 4, rowsKept: 5 });
    expect(analysis.totals.setAside['no key']).toBe(1);
    expect(analysis.customers.name(findCustomer(analysis, 'C1'))).toBe('王五');
    expect(analysis.warnings).toContainEqual({ code: 'names.mergedNamesakes', customers: 1 });
  });

  test('cells merged over several rows stand for each of them, but amounts', () => {
    const workbook = buildWorkbook(
      { 明细: [HEADER, row({}), row({ 客户号: null, 客户名称: null, 账号: '1002' })] },
      {
        merges: [
          { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 },
          { firstRow: 1, lastRow: 2, firstColumn: 1, lastColumn: 1 },
        ],
      },
    );
    const analysis = analyze(workbook);
    expect(analysis.totals).toMatchObject({ customers: 1, rowsKept: 2, balanceFen: 20000 });
    expect(analysis.cleaning().counts.get('merge.filledDown')).toBe(2);
  });

  test('products are grouped, maturities count deposits with a balance, both ends included', () => {
    const maturing = (product: string, balance: number, day: number) =>
      row({ 产品: product, 本年余额: balance, 到期日: { day }, 账号: `10${String(day)}` });
    const date = dayOf(2025, 11, 15);
    const analysis = analyze(
      ledger(
        row({ 产品: '活期储蓄', 本年余额: 1 }),
        maturing('整存整取一年', 2, date),
        maturing('定活两便', 4, date + 30),
        maturing('大额存单2025第3期', 8, date + 31),
        maturing('通知存款', 0, date + 1),
        maturing('结构性存款', 16, date - 1),
      ),
    );
    const { customers } = analysis;
    expect([customers.demandFen[0], customers.termFen[0], customers.otherFen[0]]).toEqual([
      100, 1400, 1600,
    ]);
    expect(customers.nextMaturity[0]).toBe(date);
    expect(customers.maturing30Fen[0]).toBe(600);
  });
});

describe('rank, delta, priority (SPEC 5 to 7)', () => {
  const customer = (id: string, balance: number, average: number, more = {}) =>
    row({
      客户号: id,
      账号: `9${id}`,
      客户名称: `客户${id}`,
      本年余额: balance,
      本年日均: average,
      ...more,
    });

  test('classes include the customer that crosses the border', () => {
    const analysis = analyze(
      ledger(
        customer('1', 79, 0),
        customer('2', 10, 0),
        customer('3', 6, 0),
        customer('4', 5, 0),
        customer('5', 0, 0),
        customer('6', -3, 0),
      ),
    );
    const classes = ['1', '2', '3', '4', '5', '6'].map(
      (id) => analysis.customers.valueClass[findCustomer(analysis, id)],
    );
    expect(classes).toEqual([0, 0, 1, 2, 2, 2]);
    expect(analysis.pareto).toEqual({ top20Share: 0.89, top20Customers: 2, customersFor80: 2 });
  });

  test('exactly 80 % closes class A', () => {
    const analysis = analyze(ledger(customer('1', 80, 0), customer('2', 20, 0)));
    expect([0, 1].map((i) => analysis.customers.valueClass[i])).toEqual([0, 1]);
  });

  test.each([
    [100_000, 101_000, 'stable'],
    [100_000, 105_263, 'stable'],
    [100_000, 105_264, 'outflow'],
    [0, 1_000, 'stable'],
    [0, 1_000.01, 'outflow'],
    [2_000_000, 1_950_000, 'stable'],
    [2_000_000, 1_949_999, 'inflow'],
  ])('balance %d, daily average %d: %s', (balance, average, trend) => {
    const analysis = analyze(ledger(customer('1', balance, average)));
    expect(TRENDS[analysis.customers.trend[0] ?? 0]).toBe(trend);
  });

  test('contact order: outflow, inflow, stable; the call list by priority', () => {
    const analysis = analyze(
      ledger(
        customer('1', 900_000, 900_000),
        customer('2', 500_000, 300_000),
        customer('3', 0, 60_000),
        customer('4', 10_000, 90_000),
        customer('5', 100, 100),
      ),
    );
    const byOrder = [...analysis.callList].sort(
      (a, b) =>
        (analysis.customers.contactOrder[a] ?? 0) - (analysis.customers.contactOrder[b] ?? 0),
    );
    expect(byOrder.map((i) => analysis.customers.id(i))).toEqual(['4', '3', '2', '1', '5']);
    const listed = [...analysis.callList].map((i) => [
      analysis.customers.id(i),
      PRIORITIES[analysis.customers.priority[i] ?? 0],
    ]);
    expect(listed).toEqual([
      ['4', 'P2'],
      ['2', 'P2'],
      ['1', 'P2'],
      ['3', 'P3'],
      ['5', 'P4'],
    ]);
  });

  test('the better class counts: a customer whose money is gone still counts by what it was', () => {
    const analysis = analyze(ledger(customer('1', 0, 1_000_000), customer('2', 100_000, 100_000)));
    const gone = findCustomer(analysis, '1');
    expect(analysis.customers.valueClass[gone]).toBe(2);
    expect(PRIORITIES[analysis.customers.priority[gone] ?? 0]).toBe('P1');
  });

  test('one level up for a deposit that matures within 7 days, never above P1, one level at most', () => {
    const soon = { 到期日: { day: dayOf(2025, 11, 22) } };
    const later = { 到期日: { day: dayOf(2025, 11, 23) } };
    const analysis = analyze(
      ledger(
        customer('1', 1_000_000, 1_000_000),
        customer('2', 10, 10, soon),
        customer('3', 10, 10, later),
      ),
    );
    const priorityOf = (id: string) =>
      PRIORITIES[analysis.customers.priority[findCustomer(analysis, id)] ?? 0];
    expect([priorityOf('1'), priorityOf('2'), priorityOf('3')]).toEqual(['P2', 'P3', 'P4']);
  });
});

describe('cross-ownership (SPEC 8)', () => {
  const held = (id: string, manager: string, balance: number, account: string) =>
    row({
      客户号: id,
      客户名称: `客户${id}`,
      客户经理: manager,
      本年余额: balance,
      本年日均: balance,
      账号: account,
    });
  const rows = [
    held('1', '我', 60, '1001'),
    held('1', '他', 40, '1002'),
    held('2', '我', 30, '1003'),
    held('2', '他', 70, '1004'),
    held('3', '我', 29, '1005'),
    held('3', '他', 71, '1006'),
    held('4', '他', 100, '1007'),
    held('5', '我', 100, '1008'),
    held('6', '我', 100, '1009'),
  ];

  test('stances at their borders, only for cross-owned customers', () => {
    const analysis = analyze(ledger(...rows), { me: '我' });
    const stanceOf = (id: string) =>
      STANCES[(analysis.customers.stance[findCustomer(analysis, id)] ?? 0) - 1];
    expect(['1', '2', '3', '5'].map(stanceOf)).toEqual([
      'claim',
      'negotiate',
      'exchange',
      undefined,
    ]);
  });

  test('own named: customers without an own row are not in the book, and left out', () => {
    const analysis = analyze(ledger(...rows), { me: '我' });
    expect(analysis.totals).toMatchObject({
      notInBook: 1,
      notInBookBalanceFen: 10000,
      customers: 5,
    });
    expect(analysis.callList).toHaveLength(5);
    expect(analysis.customers.rank[findCustomer(analysis, '4')]).toBe(0);
  });

  test('own assumed: the manager with the most accounts; others’ customers stay in as P4', () => {
    const analysis = analyze(ledger(...rows));
    expect(analysis.assumptions).toContainEqual({
      code: 'own.assumed',
      manager: '我',
      accounts: 5,
    });
    const other = findCustomer(analysis, '4');
    expect(analysis.customers.foreign[other]).toBe(1);
    expect(PRIORITIES[analysis.customers.priority[other] ?? 0]).toBe('P4');
    expect(analysis.totals.customers).toBe(6);
  });

  test('a predecessor is own as well', () => {
    const analysis = analyze(ledger(...rows), { me: '新人', predecessors: ['我'] });
    expect(analysis.totals.notInBook).toBe(1);
    // A new manager who is not in the ledger yet is the normal case.
    expect(analysis.warnings.map(({ code }) => code)).not.toContain('own.notFound');
  });

  test('a name that the ledger does not have is said, with the names it has', () => {
    const analysis = analyze(ledger(...rows), { me: '我', predecessors: ['谁'] });
    expect(analysis.warnings).toContainEqual({
      code: 'own.notFound',
      names: ['谁'],
      found: ['我', '他'],
    });
    const none = analyze(ledger(...rows), { me: '谁' });
    expect(none.ownNamed).toBe(false);
    expect(none.warnings.map(({ code }) => code)).toContain('own.notFound');
  });

  test('an acquirer other than the manager makes a customer cross-owned and moves no amount', () => {
    const analysis = analyze(
      buildWorkbook({
        明细: [
          [...HEADER, '揽储人'],
          [...held('1', '我', 60, '1001'), '他'],
          [...held('2', '我', 60, '1002'), '我'],
        ],
      }),
      { me: '我' },
    );
    const [one, two] = [findCustomer(analysis, '1'), findCustomer(analysis, '2')];
    expect([analysis.customers.crossOwned[one], analysis.customers.crossOwned[two]]).toEqual([
      1, 0,
    ]);
    expect(analysis.customers.ownShare[one]).toBe(1);
    expect(analysis.customers.partManager).toHaveLength(2);
  });

  test('acquirers stand for managers where no managing column exists', () => {
    const header = HEADER.map((text) => (text === '客户经理' ? '营销人' : text));
    const analysis = analyze(buildWorkbook({ 明细: [header, held('1', '我', 60, '1001')] }));
    expect(analysis.managers.map(({ name }) => name)).toEqual(['我']);
    expect(analysis.assumptions).toContainEqual({ code: 'acquirer.asManager' });
  });

  test('exchanges pair a customer where we are minor with one where they are', () => {
    const analysis = analyze(ledger(...rows), { me: '我' });
    expect(analysis.exchanges()).toHaveLength(1);
    const [exchange] = analysis.exchanges();
    expect(analysis.customers.id(exchange?.get ?? -1)).toBe('1');
    expect([exchange?.giveFen, exchange?.getFen]).toEqual([3000, 4000]);
  });
});

describe('names (SPEC 4)', () => {
  test('masked and blank names come from the list by id, text against number', () => {
    const analysis = analyze(
      buildWorkbook({
        明细: [HEADER, row({ 客户号: '0007', 客户名称: '张*' })],
        名单: [
          ['客户编号', '姓名'],
          [7, '张三丰'],
        ],
      }),
    );
    expect(analysis.customers.name(0)).toBe('张三丰');
    expect(NAME_SOURCES[analysis.customers.nameSource[0] ?? 0]).toBe('list');
  });
});

describe('cautions (SPEC 6)', () => {
  test.each([
    [dayOf(2025, 11, 30), ['month']],
    [dayOf(2025, 9, 30), ['quarter']],
    [dayOf(2025, 12, 31), ['year']],
    [dayOf(2025, 11, 29), []],
  ])('period end %#', (asOf, periods) => {
    const analysis = analyze(ledger(row({})), { asOf });
    const found = analysis.warnings.flatMap((p) =>
      p.code === 'caution.periodEnd' ? [p.period] : [],
    );
    expect(found).toEqual(periods);
  });

  test('early in the year, opened this year, rounded unit', () => {
    const header = [...HEADER, '开户日期'];
    const analysis = analyze(
      buildWorkbook({ 明细: [['单位：万元'], header, [...row({ 本年余额: 1.25 }), '2026-01-05']] }),
      { asOf: dayOf(2026, 2, 10) },
    );
    const codes = analysis.warnings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['caution.earlyYear', 'caution.newCustomers', 'caution.roundedUnit']),
    );
    expect(analysis.customers.openedThisYear[0]).toBe(1);
  });
});

describe('cells cleaned in place (SPEC 2: sheet, cell, rule, before, after)', () => {
  test('each change is logged', () => {
    const analysis = analyze(
      ledger(
        row({ 客户号: 12, 账号: "\t'6222", 本年余额: '1,000', 到期日: '20251231', 产品: ' 活期 ' }),
      ),
    );
    expect(
      analysis
        .cleaning()
        .entries.map(({ row: at, column, rule, before, after }) => [
          at,
          column,
          rule,
          before,
          after,
        ]),
    ).toEqual([
      [1, 0, 'id.fromNumber', '12', '12'],
      [1, 2, 'id.cleaned', "\t'6222", '6222'],
      [1, 3, 'text.cleaned', ' 活期 ', '活期'],
      [1, 4, 'amount.fromText', '1,000', '1000'],
      [1, 7, 'date.fromText', '20251231', '2025-12-31'],
    ]);
    expect(analysis.edits().map(({ column }) => column)).toEqual([0, 2, 3, 4, 7]);
  });

  test('an amount stays in the unit of its column', () => {
    const analysis = analyze(
      buildWorkbook({ 明细: [['单位：万元'], HEADER, row({ 本年余额: '1.25' })] }),
    );
    expect(analysis.edits().find(({ column }) => column === 4)?.values[0]).toBe(1.25);
  });

  test('the cap limits the list, not the count', () => {
    const rows = Array.from({ length: 5 }, (_, i) => row({ 账号: ` ${String(1000 + i)}` }));
    const cleaning = analyze(ledger(...rows), { cleaningLogCap: 2 }).cleaning();
    expect([cleaning.total, cleaning.entries.length]).toEqual([5, 2]);
  });

  test('a date cell is left alone', () => {
    const analysis = analyze(ledger(row({ 到期日: { day: dayOf(2025, 12, 31) } })));
    expect(analysis.edits()).toEqual([]);
    expect(CellKind.date).toBe(5);
  });
});
