import type { PlanCell, PlanColumn } from '../workbook/sheetPlan';
import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import type { ReportInput } from './reportInput';
import { FIRST_SCRIPT_ROW, SCRIPT_LINES } from './scriptRows';
import { jumpTarget, quoteText, rangeReference } from './sheetReference';

/** Rows times customers that are looked up while that takes no more than a moment. */
const MOST_COMPARISONS = 500_000_000;

/**
 * Names of customers of the call list that lead to their rows in 客户汇总, wherever the user has sorted
 * them to: found again by their place on the list, which stands in column `position` of the same row.
 * No text of the data is in the formula. Plain names where there are too many to look up.
 */
export function planCustomerLinks(
  input: ReportInput,
  order: ArrayLike<number>,
  position: string,
): PlanColumn {
  const { customers, callList } = input.analysis;
  const values = Array.from(
    order,
    (customer) => customers.name(customer) || customers.id(customer),
  );
  if (order.length * callList.length > MOST_COMPARISONS) {
    return { kind: 'text', values, style: 'text' };
  }
  const hasNames = Array.from(order).every((customer) => customers.name(customer) !== '');
  const shown = hasNames ? findOnList(input, 'name', `${position}{r}`) : findShown();
  return {
    kind: 'formula',
    formula: leadTo(input, `${position}{r}`, shown),
    values,
    style: 'jump',
  };

  function findShown(): string {
    const [name, id] = (['name', 'customerId'] as const).map((column) =>
      findOnList(input, column, `${position}{r}`),
    );
    return `IF(${name ?? ''}="",${id ?? ''},${name ?? ''})`;
  }
}

/** The name of the customer at the 0-based `index` of the call list, leading to the row. */
export function customerLinkCell(input: ReportInput, index: number): PlanCell {
  const { customers, callList } = input.analysis;
  const customer = callList[index] ?? 0;
  const name = customers.name(customer);
  const key = String(index + 1);
  return {
    value: name || customers.id(customer),
    formula: leadTo(input, key, findOnList(input, name === '' ? 'customerId' : 'name', key)),
    style: 'jump',
  };
}

/** `label`, a wording of ours, leading to the row of the customer at `index` of the call list. */
export function backLinkCell(input: ReportInput, index: number, label: string): PlanCell {
  return {
    value: label,
    formula: leadTo(input, String(index + 1), quoteText(label)),
    style: 'jumpCenter',
  };
}

/** `label` leading to the customer's script, for those who have one: 话术 is never sorted. */
export function planScriptLinks(
  { analysis, sheetNames }: ReportInput,
  position: string,
  label: string,
): PlanColumn {
  const { callList, settings } = analysis;
  const { scriptCap } = settings;
  const lines = String(SCRIPT_LINES.length);
  const before = FIRST_SCRIPT_ROW + 1 - SCRIPT_LINES.length;
  const target = `${jumpTarget(sheetNames.scripts, 'A')}&(${lines}*${position}{r}${signed(before)})`;
  const link = `HYPERLINK(${target},${quoteText(label)})`;
  return {
    kind: 'formula',
    formula:
      callList.length <= scriptCap ? link : `IF(${position}{r}<=${String(scriptCap)},${link},"")`,
    values: Array.from(callList, (_, index) => (index < scriptCap ? label : '')),
    style: 'jumpCenter',
  };
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${String(value)}`;
}

function leadTo({ analysis, sheetNames }: ReportInput, key: string, shown: string): string {
  const { first } = customerRows(analysis);
  const row = `(${String(first - 1)}+${placeOnList({ analysis, sheetNames }, key)})`;
  return `HYPERLINK(${jumpTarget(sheetNames.customers, customerColumnLetter('name'))}&${row},${shown})`;
}

function findOnList(input: ReportInput, column: CustomerColumn, key: string): string {
  return `INDEX(${listColumn(input, column)},${placeOnList(input, key)})`;
}

type Listed = Pick<ReportInput, 'analysis' | 'sheetNames'>;

function placeOnList(input: Listed, key: string): string {
  return `MATCH(${key},${listColumn(input, 'position')},0)`;
}

/** Absolute: a relative reference to another sheet shifts when the user sorts the rows here. */
function listColumn({ analysis, sheetNames }: Listed, column: CustomerColumn): string {
  return rangeReference(
    sheetNames.customers,
    customerColumnLetter(column),
    customerRows(analysis),
    'absolute',
  );
}
