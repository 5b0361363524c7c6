import type { SheetLayout } from './analysis';
import { detectLayout, type DetectedLayout } from './columns/detectLayout';
import { SHARING_MARK, type RawWorkbook } from './columns/rawWorkbook';
import type { Problem } from './problems';

export type FoundLayouts =
  | {
      readonly ok: true;
      readonly layouts: readonly SheetLayout[];
      readonly assumptions: readonly Problem[];
      readonly warnings: readonly Problem[];
    }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** As far as they were understood. */
      readonly layouts: readonly SheetLayout[];
    };

/**
 * The layout of every sheet, in the workbook's order. Hidden sheets are never ledgers: what a bank
 * hides there is last month's export more often than this one.
 */
export function findLayouts(
  workbook: RawWorkbook,
  mappings: Readonly<Record<string, Readonly<Record<string, string>>>>,
): FoundLayouts {
  const detected = workbook.sheets.map((sheet, index) => detectLayout(sheet, index, mappings));
  const isHidden = ({ layout }: DetectedLayout) =>
    layout.role === 'ledger' && workbook.sheets[layout.sheetIndex]?.hidden === true;
  const hidden = detected.filter(isHidden).map(({ layout }) => layout.name);
  const layouts = detected.map((sheet): SheetLayout => {
    return isHidden(sheet) ? { ...sheet.layout, role: 'other' } : sheet.layout;
  });
  const ledgers = detected.filter((sheet) => sheet.layout.role === 'ledger' && !isHidden(sheet));
  if (workbook.sheets.some(({ mark }) => mark === SHARING_MARK)) {
    return { ok: false, problem: { code: 'workbook.sharingCopy' }, layouts };
  }
  if (ledgers.length === 0) {
    return { ok: false, problem: explainMissingLedger(workbook, layouts, hidden), layouts };
  }
  const assumptions: Problem[] = ledgers.every(({ unitStated }) => unitStated)
    ? []
    : [{ code: 'unit.assumedYuan' }];
  const warnings = [
    ...ledgers.flatMap(({ problems }) => problems),
    ...hidden.map((sheet): Problem => ({ code: 'sheet.hiddenLedger', sheet })),
  ];
  return { ok: true, layouts, assumptions, warnings };
}

function explainMissingLedger(
  workbook: RawWorkbook,
  layouts: readonly SheetLayout[],
  hidden: readonly string[],
): Problem {
  if (workbook.sheets.length === 0) return { code: 'workbook.noSheets' };
  if (hidden.length > 0) return { code: 'ledger.hiddenOnly', sheets: hidden };
  const sheets = layouts.map(({ name }) => name);
  const closest = layouts
    .filter(({ headerRow }) => headerRow >= 0)
    .map((layout) => ({ layout, fields: Object.keys(layout.columns).length }))
    .sort((a, b) => b.fields - a.fields)[0];
  if (!closest || closest.fields < 3) return { code: 'ledger.notFound', sheets };
  const { columns, name, headerRow } = closest.layout;
  const hasAmount = columns.balance !== undefined || columns.dailyAverage !== undefined;
  return {
    code: 'column.missing',
    sheet: name,
    headerRow: headerRow + 1,
    field: hasAmount ? 'key' : 'amount',
  };
}
