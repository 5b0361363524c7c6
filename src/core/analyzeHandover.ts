import type { Analysis, Customers, Manager } from './analysis';
import { cleanCells } from './cleaning/cleanCells';
import { readLedger, type ReadLedger } from './cleaning/readLedger';
import { setAsideRows } from './cleaning/setAsideRows';
import {
  collectAssumptions,
  collectWarnings,
  countProblems,
  nameManagers,
} from './collectProblems';
import type { RawWorkbook } from './columns/rawWorkbook';
import { findDeposits } from './consolidation/findDeposits';
import { createHasKey, identifyCustomers } from './consolidation/identifyCustomers';
import { sumCustomers } from './consolidation/sumCustomers';
import { viewCustomers } from './consolidation/viewCustomers';
import { findDataDate } from './findDataDate';
import { findLayouts } from './findLayouts';
import { readCustomerLists } from './names/readCustomerLists';
import { findExchanges } from './ownership/findExchanges';
import { findOwnership, findOwnManagers, totalManagers } from './ownership/findOwners';
import type { NamedManager } from './ownership/parseManagers';
import { resolveManagers } from './ownership/resolveManagers';
import type { Problem } from './problems';
import { rankBook } from './ranking/rankBook';
import { measurePareto } from './ranking/rankCustomers';
import type { Settings } from './settings';
import { toLedgerRows, totalRows } from './totalRows';

export type AnalysisResult =
  | { readonly ok: true; readonly analysis: Analysis }
  /** Why the workbook cannot be analysed. */
  | { readonly ok: false; readonly problem: Problem };

/**
 * The whole analysis of a workbook (SPEC 1 to 8): pure, the same in every host. Settings carry
 * today's date; nothing else comes from outside.
 */
export function analyzeHandover(workbook: RawWorkbook, settings: Settings): AnalysisResult {
  const found = findLayouts(workbook, settings.mappings);
  if (!found.ok) return found;
  const { layouts } = found;
  const ledger = readLedger(workbook.sheets, layouts);
  if (ledger.rowCount === 0) {
    const first = layouts.find(({ role }) => role === 'ledger');
    const headerRow = (first?.headerRow ?? 0) + 1;
    return { ok: false, problem: { code: 'ledger.noRows', sheet: first?.name ?? '', headerRow } };
  }
  const lists = readCustomerLists(workbook.sheets, layouts, ledger.ids, ledger.accounts);
  const cleaned = setAsideRows(ledger, createHasKey(ledger, lists), settings.keepDuplicates);
  if (cleaned.kept === 0) {
    return { ok: false, problem: { code: 'ledger.nothingKept', rowsRead: ledger.rowCount } };
  }
  const date = findDataDate(workbook, layouts, settings);
  const directory = resolveManagers(keptManagerCells(ledger, cleaned.reason));
  const identified = identifyCustomers(ledger, cleaned.reason, lists);
  const amounts = cleaned.values;
  const deposits = findDeposits({ ...ledger, ...amounts }, identified.customer, directory);
  const sums = sumCustomers(ledger, amounts, identified, deposits, directory, {
    dataDate: date.day,
    maturingDays: settings.maturingDays,
  });
  const managerTotals = totalManagers(sums, directory.managers.length);
  const ours = findOwnManagers(settings, directory, managerTotals);
  const ownership = findOwnership(ledger, identified, sums, directory, ours.indexes);
  const texts = viewCustomers(ledger, identified, lists);
  const basis = chooseBasis(ledger, settings);
  const ranked = rankBook(sums, ownership, texts.id, {
    settings,
    basis,
    hasDelta: ledger.hasBalance && ledger.hasDailyAverage,
    dataDate: date.day,
    ownNamed: ours.named,
  });
  const customers: Customers = {
    ...sums,
    ...ranked.columns,
    count: identified.count,
    id: texts.id,
    name: texts.name,
    nameSource: texts.nameSource,
    detail: texts.detail,
    birthDay: texts.birthDay,
    crossOwned: ownership.crossOwned,
    ownBalanceFen: ownership.ownBalanceFen,
    ownDailyAverageFen: ownership.ownDailyAverageFen,
    ownShare: ownership.ownShare,
    rowStart: identified.rowStart,
    rows: identified.rows,
    acquirers: (index) => ownership.acquirers.get(index) ?? [],
  };
  const rows = toLedgerRows(ledger, amounts, cleaned.reason, identified.customer, deposits);
  const totals = totalRows(rows, cleaned.counts, customers);
  const managers: Manager[] = directory.managers.map((manager, index) => ({
    ...manager,
    own: ours.indexes.has(index),
    accounts: managerTotals[index]?.accounts ?? 0,
    balanceFen: managerTotals[index]?.balanceFen ?? 0,
  }));
  const cells = once(() => cleanCells(workbook, ledger, cleaned.reason, settings.cleaningLogCap));
  const analysis: Analysis = {
    settings,
    workbookName: workbook.name,
    basis,
    hasDelta: ledger.hasBalance && ledger.hasDailyAverage,
    hasBalance: ledger.hasBalance,
    hasDailyAverage: ledger.hasDailyAverage,
    dataDate: date.day,
    layouts,
    ledger: rows,
    customers,
    managers,
    ownNamed: ours.named,
    callList: ranked.callList,
    byRank: ranked.ranking.order,
    exchanges: once(() => findExchanges(customers, managers)),
    pareto: measurePareto(ranked.ranking, ranked.value),
    totals,
    controlTotal: cleaned.controlTotal,
    cleaning: () => cells().log,
    edits: () => cells().edits,
    assumptions: [],
    warnings: [],
  };
  const assumptions = collectAssumptions(analysis, ledger, [
    ...found.assumptions,
    ...date.assumptions,
    ...cleaned.assumptions,
  ]);
  const warnings = collectWarnings(analysis, ledger, deposits, [
    ...found.warnings,
    ...date.warnings,
    ...(ours.notFound.length > 0
      ? [{ code: 'own.notFound' as const, names: ours.notFound, found: nameManagers(managers) }]
      : []),
    ...countProblems([
      ['names.conflict', texts.conflicts],
      ['names.missing', texts.missing],
      ['names.mergedNamesakes', identified.byNameOnly],
      ['managers.blank', directory.managers.length > 0 ? ownership.unassigned : 0],
    ]),
    ...(lists.conflictingIds > 0
      ? [{ code: 'names.duplicateListIds' as const, ids: lists.conflictingIds }]
      : []),
    ...(directory.ambiguousNames.length > 0
      ? [{ code: 'managers.sameNameDifferentCode' as const, names: directory.ambiguousNames }]
      : []),
  ]);
  return { ok: true, analysis: { ...analysis, assumptions, warnings } };
}

/** Computes when first asked: who only wants the figures need not wait for the cells. */
function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
}

/** Cells that only rows set aside have, such as a header's, name no manager. */
function keptManagerCells(ledger: ReadLedger, reason: Uint8Array): NamedManager[][] {
  const used = new Uint8Array(ledger.managerCells.length);
  for (let row = 0; row < ledger.rowCount; row++) {
    if (reason[row] !== 0) continue;
    used[ledger.managerCell[row] ?? 0] = 1;
    used[ledger.acquirerCell[row] ?? 0] = 1;
  }
  return ledger.managerCells.map((cell, code) => (used[code] === 1 ? [...cell] : []));
}

function chooseBasis(ledger: ReadLedger, settings: Settings): 'balance' | 'dailyAverage' {
  if (!ledger.hasBalance) return 'dailyAverage';
  return ledger.hasDailyAverage ? settings.basis : 'balance';
}
