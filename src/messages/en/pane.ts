import type { PaneWords } from '../messages';
import { format } from './format';
import { paneCall } from './paneCall';
import { paneSettings } from './paneSettings';

const { count, day, share } = format;

const STAGES = {
  read: 'Read the sheets',
  analyze: 'Analyse',
  plan: 'Lay out',
  write: 'Write the sheets',
};
const ROLES = { ledger: 'deposit ledger', customers: 'customer list', other: 'something else' };
const UNITS: Readonly<Record<number, string>> = {
  [-2]: 'fen',
  0: 'yuan',
  3: 'thousand yuan',
  4: '10,000 yuan (万元)',
  6: 'million yuan',
  7: '10 million yuan',
  8: '100 million yuan (亿元)',
};

function counted(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export const pane: PaneWords = {
  exact: (amount) => `${amount} yuan`,
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  cellEdit: 'A cell is being edited. Press Enter to finish, then go on.',
  start: {
    headline: 'A new book: whom to call first?',
    promise:
      'Open the deposit ledger and click once: customers consolidated, call list sorted, scripts written.',
    analyze: 'Analyze handover',
    facts: [
      'It all happens in your own workbook; nothing leaves this computer.',
      'An untouched copy of the ledger is kept: everything can be undone.',
      'Every figure leads back to its rows.',
    ],
    earlier: 'Analysed this workbook before?',
    restored: (sheets) =>
      `Restored: ${format.list(sheets)}. The workbook is as it was before the analysis.`,
  },
  run: {
    title: 'Analysing',
    stages: STAGES,
    stage: (number, of, stage) => `Step ${count(number)} of ${count(of)}: ${STAGES[stage]}`,
    share: (text) => text,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    hint: 'If you cancel, the workbook stays as it was.',
  },
  failed: {
    title: 'Not finished',
    retry: 'Try again',
    beginning: 'Back to the beginning',
    copyDetails: 'Copy details',
    noWorkbook: 'No workbook is open. Open the deposit ledger, then click “Analyze handover”.',
    nothingToRestore:
      'The workbook holds no untouched copy to restore. Keeping one may be switched off, or the copy was deleted.',
    bug: 'Something went wrong in the program. Try again; if it happens again, copy the details and send them to your administrator. They name no customer.',
  },
  places: {
    label: 'Places',
    result: 'Result',
    customers: 'Customers',
    call: 'Calls',
    settings: 'Settings',
  },
  more: {
    label: 'More actions',
    again: 'Read and analyse again',
    share: 'Save a masked copy…',
    shared: 'The masked copy is saved',
    restore: 'Undo everything…',
    restoreTitle: 'Undo everything?',
    restoreText:
      'The ledger goes back to what it was before the analysis. Our sheets are deleted, and with them the call results and remarks that you entered there.',
    restoreConfirm: 'Undo everything',
    close: 'Hide the pane',
  },
  result: {
    title: 'Result',
    context: (dataDate) => `Data as of ${day(dataDate)}`,
    busy: {
      rank: 'Ranking…',
      write: 'Writing…',
      restore: 'Restoring…',
      copy: 'Saving the copy…',
    },
    startCalling: (p1) => (p1 > 0 ? `Start calling · ${count(p1)} today` : 'Start calling'),
    writeSheets: 'Update the sheets',
    notWritten:
      'The settings have changed: this is the new result, the sheets still show the old one.',
    nameOwn: 'Confirm whose book it is',
    ownAssumed: (managers) =>
      `Taken as this book: ${managers}, with the most accounts. Please confirm, and add your own name for the scripts.`,
    customers: 'Customers',
    accounts: (accounts) => counted(accounts, 'account', 'accounts'),
    pareto: ({ top20Share, top20Customers, customersFor80 }) =>
      `The top 20% (${counted(top20Customers, 'customer', 'customers')}) hold ${share(top20Share)}; ${counted(customersFor80, 'customer makes', 'customers make')} 80%.`,
    rankBy: 'Rank by',
    flow: 'Where the money goes (balance against daily average)',
    trendNotes: {
      outflow: 'Balance below the daily average',
      inflow: 'Balance above the daily average',
      stable: 'Little difference; what they hold',
    },
    noTrend: 'The ledger has only one of the two amounts, so there is no trend.',
    customerCount: (customers) => count(customers),
    depositCount: (deposits) => counted(deposits, 'deposit', 'deposits'),
    rowCount: (rows) => counted(rows, 'row', 'rows'),
    lookAt: 'Also look at',
    shared: 'Shared customers',
    exchanges: (exchanges) => counted(exchanges, 'exchange to propose', 'exchanges to propose'),
    maturing: (days) => `Maturing within ${count(days)} days`,
    setAside: 'Rows set aside',
    reconciled: (read, kept, controlTotal) => {
      const total = {
        matched: ', equals the export’s total',
        differs: ', differs from the export’s total',
        none: '',
      };
      return `${count(read)} read, ${count(kept)} used${total[controlTotal]}`;
    },
    setAsideReasons: 'Why rows were set aside',
    notes: (notes) => `Worth knowing (${count(notes)})`,
    evidence: 'What was recognised',
  },
  evidence: {
    dataDate: (dataDate) => `Data date: ${day(dataDate)}`,
    managers: (names, all) => `${counted(all, 'manager', 'managers')}: ${names}`,
    manager: (name, own) => (own ? `${name} (this book)` : name),
    sheet: (name, role, headerRow) =>
      `“${name}” · ${ROLES[role]} · header in row ${count(headerRow)}`,
    unit: (exponent) => `Amounts in ${UNITS[exponent] ?? 'yuan'}`,
    column: (field, letters, header) => `${field}: column ${letters}, “${header}”`,
  },
  confirm: {
    title: 'Please confirm these columns',
    hint: 'Some columns are doubtful. Confirm once; the same header is not asked about again.',
    sheet: (name, headerRow) => `“${name}”, header in row ${count(headerRow)}`,
    sure: (fields) => `Other columns recognised (${count(fields)})`,
    go: 'Confirm and analyse',
    noColumn: 'No such column',
    column: (letter, header) => `${letter} · ${header === '' ? '(no header)' : header}`,
    cells: (samples) => `First cells: ${samples}`,
    emptyColumn: 'This column is empty.',
    doubts: {
      missing: 'Not found. Which column is it?',
      ambiguous: 'Several columns fit. Which one is it?',
      bareHeader:
        'The header only says 日均. Please confirm that it is the year’s average, not the month’s or quarter’s.',
      contents: 'Most cells do not look like this. Please check.',
    },
  },
  customers: {
    search: 'Search customers',
    searchHint: 'Name, pinyin initials, id, end of phone',
    filters: 'Filters',
    shared: 'Shared',
    list: 'Customers',
    count: (shown, all) =>
      shown === all
        ? `${counted(all, 'customer', 'customers')}, in call order`
        : `${count(shown)} of ${counted(all, 'customer', 'customers')}`,
    showAll: 'Show all',
    none: 'No customer matches. Search for something else, or show all.',
    phoneTail: (tail) => `phone …${tail}`,
    selectFirst: 'Select a customer first',
    call: (name) => `Call ${name}`,
  },
  call: paneCall,
  settings: paneSettings,
};
