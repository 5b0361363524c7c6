import type { StyleName, StyleSpec } from '../../../../src/workbook/sheetPlan';

const NAMES: readonly StyleName[] = [
  'plain',
  'title',
  'subtitle',
  'heading',
  'header',
  'text',
  'wrapped',
  'note',
  'integer',
  'amount',
  'percent',
  'date',
  'input',
  'inputDate',
  'check',
  'checkAmount',
  'link',
  'headerInput',
  'label',
  'center',
  'caution',
  'totalText',
  'totalInteger',
  'totalAmount',
];

const SPECS: Partial<Record<StyleName, StyleSpec>> = {
  title: { bold: true, size: 16, color: '1f3864' },
  header: {
    bold: true,
    color: 'FFFFFF',
    fill: '1F3864',
    horizontal: 'center',
    wrap: true,
    border: true,
  },
  text: { numberFormat: '@', border: true },
  center: { numberFormat: '@', horizontal: 'center' },
  integer: { numberFormat: '#,##0' },
  amount: { numberFormat: '#,##0.00;[Red]-#,##0.00' },
  percent: { numberFormat: '0.0%' },
  date: { numberFormat: 'yyyy-mm-dd' },
  inputDate: { numberFormat: 'yyyy-mm-dd', fill: 'FFF9E5' },
};

/** Styles for plans in tests: every name, most of them plain. */
export const PLAN_STYLES = Object.fromEntries(
  NAMES.map((name) => [name, SPECS[name] ?? {}]),
) as Record<StyleName, StyleSpec>;
