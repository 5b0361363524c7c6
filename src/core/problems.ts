/**
 * Something found in the data: a code and facts, collected and returned, never thrown. Wording for
 * each code lives in `messages`. Rows are 1-based as Excel shows them, columns are letters.
 */
export type Problem =
  // The input cannot be analysed.
  | { readonly code: 'workbook.noSheets' }
  | { readonly code: 'workbook.sharingCopy' }
  | { readonly code: 'ledger.notFound'; readonly sheets: readonly string[] }
  | { readonly code: 'ledger.hiddenOnly'; readonly sheets: readonly string[] }
  | {
      readonly code: 'column.missing';
      readonly sheet: string;
      readonly headerRow: number;
      readonly field: 'amount' | 'key';
    }
  | { readonly code: 'ledger.noRows'; readonly sheet: string; readonly headerRow: number }
  | { readonly code: 'ledger.nothingKept'; readonly rowsRead: number }
  | {
      readonly code: 'book.empty';
      readonly own: readonly string[];
      readonly found: readonly string[];
    }
  // Assumptions.
  | { readonly code: 'dataDate.fromName'; readonly day: number; readonly name: string }
  | { readonly code: 'dataDate.today'; readonly day: number }
  | { readonly code: 'unit.assumedYuan' }
  | { readonly code: 'own.assumed'; readonly manager: string; readonly accounts: number }
  | { readonly code: 'basis.changed'; readonly basis: 'balance' | 'dailyAverage' }
  | { readonly code: 'acquirer.asManager' }
  | { readonly code: 'duplicates.kept'; readonly rows: number }
  | { readonly code: 'dailyAverage.bareHeader'; readonly sheet: string; readonly column: string }
  // Warnings and cautions.
  | {
      readonly code: 'own.notFound';
      readonly names: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly code: 'settings.unreadable' }
  | { readonly code: 'ledger.rowsGone'; readonly sheet: string; readonly rows: number }
  | { readonly code: 'dataDate.differ'; readonly days: readonly number[] }
  | { readonly code: 'delta.missing'; readonly amount: 'balance' | 'dailyAverage' }
  | { readonly code: 'account.columnMissing' }
  | { readonly code: 'sheet.hiddenLedger'; readonly sheet: string }
  | {
      readonly code: 'column.ambiguous';
      readonly sheet: string;
      readonly field: string;
      readonly columns: readonly string[];
    }
  | {
      readonly code: 'column.foreignAmount';
      readonly sheet: string;
      readonly column: string;
      readonly header: string;
    }
  | {
      readonly code: 'rows.foreignCurrency';
      readonly rows: number;
      readonly currencies: readonly string[];
    }
  | {
      readonly code: 'rows.duplicate';
      readonly rows: number;
      readonly balanceFen: number;
      readonly dailyAverageFen: number;
    }
  | { readonly code: 'rows.invalidAmount'; readonly rows: number }
  | { readonly code: 'rows.noKey'; readonly rows: number }
  | {
      readonly code: 'id.precisionLost';
      readonly field: string;
      readonly cells: number;
      readonly sheet: string;
      readonly cell: string;
    }
  | { readonly code: 'names.mergedNamesakes'; readonly customers: number }
  | { readonly code: 'names.conflict'; readonly customers: number }
  | { readonly code: 'names.missing'; readonly customers: number }
  | { readonly code: 'names.duplicateListIds'; readonly ids: number }
  | { readonly code: 'shares.scaled'; readonly deposits: number }
  | { readonly code: 'shares.unnamedOther'; readonly deposits: number }
  | { readonly code: 'managers.blank'; readonly customers: number }
  | { readonly code: 'managers.sameNameDifferentCode'; readonly names: readonly string[] }
  | { readonly code: 'deposits.shared'; readonly deposits: number; readonly balanceFen: number }
  | {
      readonly code: 'controlTotal.differs';
      readonly sheet: string;
      readonly row: number;
      readonly balanceDifferenceFen?: number;
      readonly dailyAverageDifferenceFen?: number;
    }
  | { readonly code: 'caution.periodEnd'; readonly period: 'month' | 'quarter' | 'year' }
  | { readonly code: 'caution.earlyYear' }
  | { readonly code: 'caution.newCustomers'; readonly customers: number }
  | { readonly code: 'caution.roundedUnit' }
  | { readonly code: 'customers.notInBook'; readonly customers: number }
  | { readonly code: 'scripts.capped'; readonly left: number };

export type ProblemCode = Problem['code'];
