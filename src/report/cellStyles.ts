import type { StyleName, StyleSpec } from '../workbook/sheetPlan';

const NAVY = '1F3864';
const WHITE = 'FFFFFF';
const GREY = '595959';
const PALE_BLUE = 'EAF0F8';
const PALE_YELLOW = 'FFF9E5';
const OCHRE = '7F6000';
const LINK = '0B5394';

// `_ ` keeps figures off the text that stands at their right.
const AMOUNT = '#,##0.00_ ;[Red]-#,##0.00_ ';
const INTEGER = '#,##0_ ';
const PERCENT = '0.0%_ ';
/** For figures that stand in the middle of their cell. */
const COUNT = '#,##0';
const DATE = 'yyyy-mm-dd';

/** What each style looks like, in every host: calm, and legible in print and in grey. */
export const CELL_STYLES: Readonly<Record<StyleName, StyleSpec>> = {
  plain: {},
  title: { bold: true, size: 16, color: NAVY, vertical: 'center' },
  subtitle: { color: GREY, vertical: 'center' },
  heading: { bold: true, size: 12, color: NAVY, fill: PALE_BLUE, vertical: 'center' },
  header: {
    bold: true,
    color: WHITE,
    fill: NAVY,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    border: true,
  },
  headerInput: {
    bold: true,
    color: WHITE,
    fill: OCHRE,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    border: true,
  },
  // `@`: an id or a text that looks like a formula stays text when the cell is edited.
  text: { numberFormat: '@', vertical: 'center', border: true },
  center: { numberFormat: '@', horizontal: 'center', vertical: 'center', border: true },
  wrapped: { vertical: 'top', wrap: true, border: true },
  note: { color: GREY, vertical: 'center', wrap: true },
  caution: { color: OCHRE, vertical: 'center', wrap: true },
  label: { bold: true, color: NAVY, vertical: 'center', wrap: true, border: true },
  integer: { numberFormat: INTEGER, vertical: 'center', border: true },
  amount: { numberFormat: AMOUNT, vertical: 'center', border: true },
  percent: { numberFormat: PERCENT, vertical: 'center', border: true },
  date: { numberFormat: DATE, horizontal: 'center', vertical: 'center', border: true },
  input: { fill: PALE_YELLOW, vertical: 'center', border: true },
  inputDate: {
    fill: PALE_YELLOW,
    numberFormat: DATE,
    horizontal: 'center',
    vertical: 'center',
    border: true,
  },
  check: {
    bold: true,
    numberFormat: '[=0]"✓";[Red]"✗ "#,##0',
    horizontal: 'center',
    vertical: 'center',
    border: true,
  },
  checkAmount: {
    bold: true,
    numberFormat: '[=0]"✓";[Red]"✗ "#,##0.00',
    horizontal: 'center',
    vertical: 'center',
    border: true,
  },
  totalText: { bold: true, fill: PALE_BLUE, vertical: 'center', border: true },
  totalInteger: {
    bold: true,
    fill: PALE_BLUE,
    numberFormat: INTEGER,
    vertical: 'center',
    border: true,
  },
  totalAmount: {
    bold: true,
    fill: PALE_BLUE,
    numberFormat: AMOUNT,
    vertical: 'center',
    border: true,
  },
  link: { color: LINK, vertical: 'center' },
  ordinal: { numberFormat: COUNT, horizontal: 'center', vertical: 'center', border: true },
  linkCell: { color: LINK, numberFormat: '@', vertical: 'center', border: true },
  jump: { color: LINK, vertical: 'center', border: true },
  jumpCenter: { color: LINK, horizontal: 'center', vertical: 'center', border: true },
  figureLabel: { size: 10, color: GREY, fill: PALE_BLUE, horizontal: 'center', vertical: 'center' },
  figure: {
    numberFormat: COUNT,
    bold: true,
    size: 20,
    color: NAVY,
    fill: PALE_BLUE,
    horizontal: 'center',
    vertical: 'center',
  },
  figureNote: {
    size: 9,
    color: GREY,
    fill: PALE_BLUE,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  factLabel: { size: 9, color: GREY, horizontal: 'center', vertical: 'center' },
  factDate: { bold: true, numberFormat: DATE, horizontal: 'center', vertical: 'center' },
  headingHint: { size: 9, color: GREY, fill: PALE_BLUE, horizontal: 'right', vertical: 'center' },
  fact: { bold: true, numberFormat: '@', horizontal: 'center', vertical: 'center', wrap: true },
  scriptLabel: { bold: true, color: NAVY, vertical: 'top', border: true },
  scriptText: { numberFormat: '@', vertical: 'top', wrap: true, border: true },
  scriptSide: {
    color: LINK,
    numberFormat: '@',
    horizontal: 'center',
    vertical: 'center',
    border: true,
  },
  reason: { numberFormat: '@', vertical: 'center', wrap: true, border: true },
  verdict: { bold: true, horizontal: 'center', vertical: 'center', border: true },
};
