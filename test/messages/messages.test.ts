import { SCRIPT_CASES, SET_ASIDE_REASONS, type Problem, type Reason } from '../../src/core';
import { LANGUAGES, messages } from '../../src/messages';
import type { FailureFacts, WorkbookFailureCode } from '../../src/workbook/workbookFailure';

/** One of each, so that every wording is read once. */
const PROBLEMS: { readonly [Code in Problem['code']]: Extract<Problem, { code: Code }> } = {
  'workbook.noSheets': { code: 'workbook.noSheets' },
  'workbook.sharingCopy': { code: 'workbook.sharingCopy' },
  'ledger.notFound': { code: 'ledger.notFound', sheets: ['表一', '表二'] },
  'ledger.hiddenOnly': { code: 'ledger.hiddenOnly', sheets: ['表一'] },
  'column.missing': { code: 'column.missing', sheet: '表一', headerRow: 4, field: 'amount' },
  'ledger.noRows': { code: 'ledger.noRows', sheet: '表一', headerRow: 4 },
  'ledger.nothingKept': { code: 'ledger.nothingKept', rowsRead: 1234 },
  'book.empty': { code: 'book.empty', own: ['甲'], found: ['乙', '丙'] },
  'dataDate.fromName': { code: 'dataDate.fromName', day: 45991, name: '明细20251130' },
  'dataDate.today': { code: 'dataDate.today', day: 45991 },
  'unit.assumedYuan': { code: 'unit.assumedYuan' },
  'own.assumed': { code: 'own.assumed', manager: '甲', accounts: 1234 },
  'basis.changed': { code: 'basis.changed', basis: 'dailyAverage' },
  'acquirer.asManager': { code: 'acquirer.asManager' },
  'duplicates.kept': { code: 'duplicates.kept', rows: 2 },
  'dailyAverage.bareHeader': { code: 'dailyAverage.bareHeader', sheet: '表一', column: 'G' },
  'own.notFound': { code: 'own.notFound', names: ['甲'], found: ['乙'] },
  'ledger.rowsGone': { code: 'ledger.rowsGone', sheet: '明细', rows: 3 },
  'settings.unreadable': { code: 'settings.unreadable' },
  'dataDate.differ': { code: 'dataDate.differ', days: [45991, 45961] },
  'delta.missing': { code: 'delta.missing', amount: 'balance' },
  'account.columnMissing': { code: 'account.columnMissing' },
  'sheet.hiddenLedger': { code: 'sheet.hiddenLedger', sheet: '表一' },
  'column.ambiguous': {
    code: 'column.ambiguous',
    sheet: '表一',
    field: 'balance',
    columns: ['F', 'G'],
  },
  'column.foreignAmount': {
    code: 'column.foreignAmount',
    sheet: '表一',
    column: 'H',
    header: '余额(美元)',
  },
  'rows.foreignCurrency': { code: 'rows.foreignCurrency', rows: 2, currencies: ['USD'] },
  'rows.duplicate': { code: 'rows.duplicate', rows: 2, balanceFen: 123456, dailyAverageFen: 0 },
  'rows.invalidAmount': { code: 'rows.invalidAmount', rows: 2 },
  'rows.noKey': { code: 'rows.noKey', rows: 2 },
  'id.precisionLost': {
    code: 'id.precisionLost',
    field: 'accountNo',
    cells: 3,
    sheet: '表一',
    cell: 'D7',
  },
  'names.mergedNamesakes': { code: 'names.mergedNamesakes', customers: 2 },
  'names.conflict': { code: 'names.conflict', customers: 2 },
  'names.missing': { code: 'names.missing', customers: 2 },
  'names.duplicateListIds': { code: 'names.duplicateListIds', ids: 2 },
  'shares.scaled': { code: 'shares.scaled', deposits: 2 },
  'shares.unnamedOther': { code: 'shares.unnamedOther', deposits: 2 },
  'managers.blank': { code: 'managers.blank', customers: 2 },
  'managers.sameNameDifferentCode': { code: 'managers.sameNameDifferentCode', names: ['甲'] },
  'deposits.shared': { code: 'deposits.shared', deposits: 2, balanceFen: 123456 },
  'controlTotal.differs': {
    code: 'controlTotal.differs',
    sheet: '表一',
    row: 580,
    balanceDifferenceFen: -1,
    dailyAverageDifferenceFen: 0,
  },
  'caution.periodEnd': { code: 'caution.periodEnd', period: 'quarter' },
  'caution.earlyYear': { code: 'caution.earlyYear' },
  'caution.newCustomers': { code: 'caution.newCustomers', customers: 2 },
  'caution.roundedUnit': { code: 'caution.roundedUnit' },
  'customers.notInBook': { code: 'customers.notInBook', customers: 2 },
  'scripts.capped': { code: 'scripts.capped', left: 12345 },
};

const REASONS: { readonly [Code in Reason['code']]: Extract<Reason, { code: Code }> } = {
  class: { code: 'class', valueClass: 'A', by: 'dailyAverage' },
  outflow: { code: 'outflow', deltaFen: 12_345_600 },
  inflow: { code: 'inflow', deltaFen: -12_345_600 },
  stable: { code: 'stable' },
  noTrend: { code: 'noTrend' },
  crossOwned: { code: 'crossOwned', managers: ['李四', '王五'], raised: true },
  maturing: { code: 'maturing', day: 45994, days: 3, raised: false },
  foreign: { code: 'foreign', managers: [] },
  openedThisYear: { code: 'openedThisYear' },
};

describe.each(LANGUAGES)('The words in %s', (language) => {
  const words = messages(language);

  // No type stands between the host's codes and these words: this assignment is the check.
  const failures: Readonly<Record<WorkbookFailureCode, (facts: FailureFacts) => string>> =
    words.failures;

  test.each(Object.values(PROBLEMS))('problem $code says what, and what to do', (problem) => {
    const text = words.problem(problem);
    expectText(text);
    expect(text).toMatch(language === 'en' ? /\.$/ : /。$/);
    for (const fact of statedFacts(problem)) expect(text).toContain(fact);
  });

  test.each(Object.values(REASONS))('reason $code', (reason) => {
    expectText(words.reason(reason));
  });

  test.each(Object.entries(failures))('failure %s', (_, word) => {
    expectText(word({ path: '/资料/明细.xlsx', part: 'xl/a.xml', reason: 'xml', sheet: '表一' }));
    expect(word({ path: '明细.xlsx' })).not.toContain('undefined');
    expectText(word({}));
  });

  test('texts of Chinese have no English in them, and the other way round', () => {
    const problems = Object.values(PROBLEMS).map(words.problem).join('\n');
    if (language === 'en') expect(problems).not.toMatch(/[，。；]/);
    else expect(problems.replaceAll('Excel', '')).not.toMatch(/[a-z]{4,}/);
  });

  test('choices fit into a validation list: no comma, at most 255 characters', () => {
    const { customers, maturities } = words.report;
    const { callResults, weChatStates, invitations } = customers;
    for (const list of [callResults, weChatStates, invitations, maturities.doneStates]) {
      expect(list.join(',').length).toBeLessThanOrEqual(255);
      expect(list.join('')).not.toMatch(/[,"]/);
    }
  });

  test('tab names are valid and differ', () => {
    const names = Object.values(words.report.sheetNames);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  test('column names differ within a sheet, as a table needs', () => {
    const { report } = words;
    const sheets = [
      report.customers.columns,
      report.crossOwnership.columns,
      report.maturities.columns,
      report.cleaningLog.columns,
      report.ledger,
    ];
    for (const columns of sheets) {
      const names: string[] = Object.values(columns);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('a reason why a row was set aside is a literal to COUNTIF, and they differ', () => {
    const labels = Object.values(words.terms.setAsideReasons);
    expect(labels).toHaveLength(SET_ASIDE_REASONS.length - 1);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).not.toMatch(/[*?~<>=]/);
  });

  test('trends carry a sign beside the word (SPEC 10)', () => {
    const { outflow, inflow, stable } = words.terms.trends;
    expect([outflow, inflow, stable].map((text) => text.slice(-1)).join('')).toBe('▼▲━');
  });

  test('the cases of scripts differ in steps 3 to 6', () => {
    const { templates } = words.scripts;
    for (const step of [2, 3, 4, 5]) {
      const texts = SCRIPT_CASES.map((scriptCase) => templates[scriptCase].steps[step]);
      expect(new Set(texts).size).toBe(SCRIPT_CASES.length);
    }
  });
});

test('Chinese is what a language that is not known gets', () => {
  expect(messages('zh-CN').language).toBe('zh-CN');
});

function expectText(text: string): void {
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/undefined|NaN|\[object/);
}

/** Where it is: sheets, cells, columns, rows and names must be told. */
function statedFacts(problem: Problem): string[] {
  const facts = new Map<string, unknown>(Object.entries(problem));
  return ['sheet', 'cell', 'column', 'row', 'headerRow', 'name', 'manager'].flatMap((key) => {
    const fact = facts.get(key);
    return typeof fact === 'string' || typeof fact === 'number' ? [String(fact)] : [];
  });
}
