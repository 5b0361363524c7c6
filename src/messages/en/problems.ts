import type { ProblemWords } from '../messages';
import { format } from './format';
import { terms } from './terms';

const { amount, count, day, list } = format;

export const problems: ProblemWords = {
  'workbook.noSheets': () =>
    'The workbook has no readable sheet. Export it again, check that the ledger can be seen, and run once more.',
  'workbook.sharingCopy': () =>
    'This is a masked copy for sharing: its accounts can no longer be told apart. Analyse the original workbook.',
  'ledger.notFound': ({ sheets }) =>
    `No deposit ledger found: no header row was recognised in ${quoted(sheets)}. A ledger needs a balance or daily-average column (本年余额, 本年日均) and a customer id, name or account column (客户号, 客户名称, 账号). Check that this is the ledger; rename unusual headers to common ones.`,
  'ledger.hiddenOnly': ({ sheets }) =>
    `The only ledgers are hidden sheets: ${quoted(sheets)}. Unhide the sheet to be analysed and run again.`,
  'column.missing': ({ sheet, headerRow, field }) =>
    field === 'amount'
      ? `Sheet “${sheet}”, header row ${String(headerRow)}: no amount column. Neither a balance (本年余额) nor a daily average (本年日均) was recognised. Add one, or say which column it is.`
      : `Sheet “${sheet}”, header row ${String(headerRow)}: no key column. Neither customer id (客户号), customer name (客户名称) nor account (账号) was recognised. Add one, or say which column it is. Accounts alone also need a customer list.`,
  'ledger.noRows': ({ sheet, headerRow }) =>
    `Sheet “${sheet}” has no data below its header in row ${String(headerRow)}. Check the export’s conditions and export again.`,
  'ledger.nothingKept': ({ rowsRead }) =>
    `Rows read: ${count(rowsRead)}, all of them set aside (totals, blanks, no amount, foreign currency …). Check that the amount and id columns are the right ones.`,
  'book.empty': ({ own, found }) =>
    `The ledger has no customer of ${list(own)}. Managers in the ledger: ${list(found)}. Check your and the predecessor’s name or code and run again.`,

  'dataDate.fromName': ({ day: dataDate, name }) =>
    `No data date is stated; ${day(dataDate)} was taken from the name “${name}”. If it is wrong, state the data date.`,
  'dataDate.today': ({ day: dataDate }) =>
    `No data date was found; today, ${day(dataDate)}, is used for maturities and new customers. If it is wrong, state the data date.`,
  'unit.assumedYuan': () =>
    'No unit is stated; amounts are taken as yuan. If they are 万元, say so in a title row or header, such as 余额(万元).',
  'own.assumed': ({ manager, accounts }) =>
    `You and the predecessor were not named; ${manager}, the manager with the most accounts (${count(accounts)}), is taken as the own side. If this is wrong, give the names.`,
  'basis.changed': ({ basis }) =>
    `The ledger has only the ${terms.bases[basis]}; ranks and classes go by it.`,
  'acquirer.asManager': () =>
    'The ledger has no managing (管户) column; the acquirer is taken as the manager. If someone else manages the accounts, add the column 客户经理.',
  'duplicates.kept': ({ rows }) =>
    `Rows equal to earlier ones, kept as genuine deposits: ${count(rows)} (the export’s own total agrees, or you chose so). Check a few of them.`,
  'dailyAverage.bareHeader': ({ sheet, column }) =>
    `Sheet “${sheet}”, column ${column}: the header only says daily average (日均) and is taken as the year’s. If it is the month’s or quarter’s, correct the header and run again.`,

  'own.notFound': ({ names, found }) =>
    `The ledger has no manager ${list(names)}. Managers in the ledger: ${list(found)}. Check the name or code.`,
  'ledger.rowsGone': ({ sheet, rows }) =>
    `Sheet “${sheet}”: rows of the untouched copy that are missing now, deleted by you or set aside by an earlier run: ${count(rows)}. They are not counted. To have them back, restore first, then analyse again.`,
  'settings.unreadable': () =>
    'The settings kept in the workbook cannot be read: the defaults are used and kept anew. Please enter again what you had changed.',
  'dataDate.differ': ({ days }) =>
    `The sheets state different data dates: ${list(days.map(day))}. The latest is used. Export all sheets on one day.`,
  'delta.missing': ({ amount: missing }) =>
    `The ledger has no ${terms.bases[missing]}: no difference and no trend can be given. Export a ledger with both columns.`,
  'account.columnMissing': () =>
    'The ledger has no account column: deposits shared by managers cannot be found and may be counted twice. Add the column.',
  'sheet.hiddenLedger': ({ sheet }) =>
    `The hidden sheet “${sheet}” looks like a ledger too and was left out. Unhide it and run again to include it.`,
  'column.ambiguous': ({ sheet, field, columns }) =>
    `Sheet “${sheet}”: several columns look like “${fieldName(field)}” (${list(columns)}); the first is used. If this is wrong, say which column it is.`,
  'column.foreignAmount': ({ sheet, column, header }) =>
    `Sheet “${sheet}”, column ${column} “${header}” is an amount in foreign currency and not in the sums.`,
  'rows.foreignCurrency': ({ rows, currencies }) =>
    `Rows in foreign currency (${list(currencies)}), not in the sums: ${count(rows)}; see the sheet of rows set aside. Convert them to yuan to include them.`,
  'rows.duplicate': ({ rows, balanceFen, dailyAverageFen }) =>
    `Rows equal to earlier ones, counted once: ${count(rows)}. This removes a balance of ${amount(balanceFen)} and a daily average of ${amount(dailyAverageFen)}; see the sheet of rows set aside. If they are genuine, switch on “keep duplicates”.`,
  'rows.invalidAmount': ({ rows }) =>
    `Rows with an unreadable amount, set aside: ${count(rows)}; see that sheet. Make the amounts numbers in the ledger and run again.`,
  'rows.noKey': ({ rows }) =>
    `Rows without customer id, account and name, set aside: ${count(rows)}; see that sheet. Complete them and run again.`,
  'id.precisionLost': ({ field, cells, sheet, cell }) =>
    `Sheet “${sheet}”, ${fieldName(field)}: ${count(cells)} cells hold numbers of 16 or more digits whose last digits Excel has replaced by 0 (first in ${cell}). They are not used for matching. Export the column as text.`,
  'names.mergedNamesakes': ({ customers }) =>
    `Customers that could only be grouped by name: ${count(customers)}. Namesakes may be merged: add customer ids and run again, or check them one by one.`,
  'names.conflict': ({ customers }) =>
    `Customers with different names in the ledger and the customer list: ${count(customers)}, marked in the notes of the customer sheet. Check them.`,
  'names.missing': ({ customers }) =>
    `Customers without a name, listed under their id: ${count(customers)}. Add the names to the customer list and run again.`,
  'names.duplicateListIds': ({ ids }) =>
    `Ids that stand in the customer list more than once with different names: ${count(ids)}. Check the list.`,
  'shares.scaled': ({ deposits }) =>
    `Deposits whose shares do not sum to 100 % and were scaled: ${count(deposits)}. Check the shares.`,
  'shares.unnamedOther': ({ deposits }) =>
    `Deposits whose shares sum to less than 100 %: ${count(deposits)}; the rest is put down to an unnamed manager. Check who else there is.`,
  'managers.blank': ({ customers }) =>
    `Customers without a manager: ${count(customers)}. Nobody else claims them, so they stay in this book. Add the manager and run again.`,
  'managers.sameNameDifferentCode': ({ names }) =>
    `Managers of one name but different codes, counted as different people: ${list(names)}. Make the code the same if it is one person.`,
  'deposits.shared': ({ deposits, balanceFen }) =>
    `Deposits shared by several managers: ${count(deposits)}. The ledger repeats a balance of ${amount(balanceFen)}, which the customers’ sums count once; see the sheet of shared customers.`,
  'controlTotal.differs': ({ sheet, row, balanceDifferenceFen, dailyAverageDifferenceFen }) =>
    `The export’s own total differs: sheet “${sheet}”, row ${String(row)}, ${list([
      ...differencePart('balance', balanceDifferenceFen),
      ...differencePart('daily average', dailyAverageDifferenceFen),
    ])} (total minus rows). Check that the export is complete, unfiltered and unchanged.`,
  'caution.periodEnd': ({ period }) =>
    `The data date is the end of a ${period}: balances may be lifted for the day, so take growth with care. Compare with an export some days later.`,
  'caution.earlyYear': () =>
    'The data date is in the first quarter: the year’s average says little yet. Judge trends with last year in mind.',
  'caution.newCustomers': ({ customers }) =>
    `Customers who opened all accounts this year: ${count(customers)}. Their average is low, so growth may not be growth. They are marked as new; look at the opening date before you call.`,
  'caution.roundedUnit': () =>
    'Amounts were exported in 万元 with two decimals: differences below 100 yuan per deposit are rounding. Export in yuan to be exact.',
  'customers.notInBook': ({ customers }) =>
    `Customers without a deposit of yours or the predecessor’s: ${count(customers)}. They are not in this book and not listed. Check that all names were given.`,
  'scripts.capped': ({ left }) =>
    `Scripts were written for the first customers of the call list; left out: ${count(left)}. Call these first, then raise the limit.`,
};

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(', ');
}

function fieldName(field: string): string {
  return new Map<string, string>(Object.entries(terms.fields)).get(field) ?? field;
}

function differencePart(label: string, differenceFen: number | undefined): string[] {
  return differenceFen === undefined || differenceFen === 0
    ? []
    : [`${label} off by ${amount(differenceFen)}`];
}
