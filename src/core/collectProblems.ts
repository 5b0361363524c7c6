import { SET_ASIDE_REASONS, type Analysis, type Manager } from './analysis';
import { columnLetter } from './columns/columnLetter';
import type { ReadLedger } from './cleaning/readLedger';
import type { Deposits } from './consolidation/findDeposits';
import { findDateCautions, isRoundedToUnit } from './findCautions';
import type { Problem } from './problems';

/** What was taken for granted, after what the earlier steps assumed. */
export function collectAssumptions(
  analysis: Analysis,
  ledger: ReadLedger,
  first: Problem[],
): Problem[] {
  const own = analysis.managers.find((manager) => manager.own);
  const assumed: Problem[] = [...first];
  if (!analysis.ownNamed && own) {
    const manager = own.name || own.code;
    assumed.push({ code: 'own.assumed', manager, accounts: own.accounts });
  }
  if (analysis.basis !== analysis.settings.basis) {
    assumed.push({ code: 'basis.changed', basis: analysis.basis });
  }
  if (ledger.acquirerAsManager) assumed.push({ code: 'acquirer.asManager' });
  return assumed;
}

/** What to be careful about, after what the earlier steps found. */
export function collectWarnings(
  analysis: Analysis,
  ledger: ReadLedger,
  deposits: Deposits,
  first: Problem[],
): Problem[] {
  const { totals, controlTotal, customers, layouts } = analysis;
  const warnings: Problem[] = [...first];
  const missing = !ledger.hasBalance
    ? 'balance'
    : !ledger.hasDailyAverage
      ? 'dailyAverage'
      : undefined;
  if (missing) warnings.push({ code: 'delta.missing', amount: missing });
  if (ledger.sheets.some(({ layout }) => !layout.columns.accountNo)) {
    warnings.push({ code: 'account.columnMissing' });
  }
  const sheet = layouts[controlTotal.layout];
  if (controlTotal.state === 'differs' && sheet) {
    const { balanceDifferenceFen: balance, dailyAverageDifferenceFen: average } = controlTotal;
    warnings.push({
      code: 'controlTotal.differs',
      sheet: sheet.name,
      row: controlTotal.row + 1,
      ...(balance === undefined ? {} : { balanceDifferenceFen: balance }),
      ...(average === undefined ? {} : { dailyAverageDifferenceFen: average }),
    });
  }
  const { setAside } = totals;
  if (setAside.duplicate > 0) {
    warnings.push({
      code: 'rows.duplicate',
      rows: setAside.duplicate,
      balanceFen: totals.setAsideBalanceFen.duplicate,
      dailyAverageFen: totals.setAsideDailyAverageFen.duplicate,
    });
  }
  if (setAside['foreign currency'] > 0) {
    const currencies = foreignCurrencies(ledger, analysis.ledger.reason);
    warnings.push({ code: 'rows.foreignCurrency', rows: setAside['foreign currency'], currencies });
  }
  if (setAside['invalid amount'] > 0) {
    warnings.push({ code: 'rows.invalidAmount', rows: setAside['invalid amount'] });
  }
  if (setAside['no key'] > 0) warnings.push({ code: 'rows.noKey', rows: setAside['no key'] });
  warnings.push(...findLostDigits(analysis, ledger));
  if (deposits.shared > 0) {
    const balanceFen = totals.sharedBalanceFen;
    warnings.push({ code: 'deposits.shared', deposits: deposits.shared, balanceFen });
  }
  if (deposits.scaled > 0) warnings.push({ code: 'shares.scaled', deposits: deposits.scaled });
  if (deposits.withUnnamedOther > 0) {
    warnings.push({ code: 'shares.unnamedOther', deposits: deposits.withUnnamedOther });
  }
  warnings.push(...countProblems([['customers.notInBook', totals.notInBook]]));
  const unscripted = analysis.callList.length - analysis.settings.scriptCap;
  if (unscripted > 0) warnings.push({ code: 'scripts.capped', left: unscripted });
  if (analysis.hasDelta) warnings.push(...findDateCautions(analysis.dataDate));
  const opened = customers.openedThisYear.reduce(
    (sum, flag, i) => sum + flag * (customers.inBook[i] ?? 0),
    0,
  );
  if (analysis.hasDelta) warnings.push(...countProblems([['caution.newCustomers', opened]]));
  const isKept = (row: number) => analysis.ledger.reason[row] === 0;
  const unitOf = (row: number) => layouts[ledger.layout[row] ?? 0]?.balanceUnit ?? 0;
  if (ledger.hasBalance && isRoundedToUnit(analysis.ledger.balanceFen, isKept, unitOf)) {
    warnings.push({ code: 'caution.roundedUnit' });
  }
  return warnings;
}

/** Kept rows whose customer or account number lost digits, told by the first of each. */
function findLostDigits(analysis: Analysis, ledger: ReadLedger): Problem[] {
  const { reason, layout, sourceRow } = analysis.ledger;
  const columns = [
    { field: 'customerId', codes: ledger.customerId.codes, ids: ledger.ids },
    { field: 'accountNo', codes: ledger.accountNo.codes, ids: ledger.accounts },
  ] as const;
  return columns.flatMap(({ field, codes, ids }): Problem[] => {
    if (!ids.hasLossy()) return [];
    const rows = [...codes.keys()].filter(
      (row) => reason[row] === 0 && ids.isLossy(codes[row] ?? 0),
    );
    const first = rows[0];
    const at = first === undefined ? undefined : analysis.layouts[layout[first] ?? 0];
    const column = at?.columns[field]?.[0];
    if (first === undefined || !at || column === undefined) return [];
    const cell = `${columnLetter(column)}${String((sourceRow[first] ?? 0) + 1)}`;
    return [{ code: 'id.precisionLost', field, cells: rows.length, sheet: at.name, cell }];
  });
}

type CountedCode = Extract<Problem, { customers: number }>['code'];

/** Problems that only count customers, where there are any. */
export function countProblems(counts: readonly (readonly [CountedCode, number])[]): Problem[] {
  return counts.flatMap(([code, customers]) => (customers > 0 ? [{ code, customers }] : []));
}

function foreignCurrencies(ledger: ReadLedger, reason: Uint8Array): string[] {
  const code = SET_ASIDE_REASONS.indexOf('foreign currency');
  const found = new Set<string>();
  ledger.currency.codes.forEach((currency, row) => {
    if (reason[row] === code) found.add(ledger.currency.values[currency] ?? '');
  });
  return [...found].sort();
}

export function nameManagers(managers: readonly Manager[]): string[] {
  return managers.map(({ name, code }) => name || code);
}
