/** What the adapter relies on, asked of a real Excel in a sheet that is made for it and goes again. */
export interface Check {
  /** The number in the list of assumptions, and what it is about. */
  readonly id: string;
  /** The least `ExcelApi 1.n`. */
  readonly apiSet: number;
  readonly expected: unknown;
  find(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<unknown>;
}

const COLOR = '#FFEE00';

export const CHECKS: readonly Check[] = [
  {
    id: '1 null',
    apiSet: 7,
    expected: ['a', 'c'],
    async find(context, sheet) {
      const range = sheet.getRange('A1:A2');
      range.values = [['a'], ['b']];
      range.values = [[null], ['c']];
      return valuesOf(context, range);
    },
  },
  {
    id: '1 numberFormat',
    apiSet: 7,
    expected: ['0.00', '0.00'],
    async find(context, sheet) {
      const range = sheet.getRange('B1:B2');
      // One value stands for all cells; Microsoft's types know arrays only.
      range.numberFormat = '0.00' as unknown as string[][];
      range.load('numberFormat');
      await context.sync();
      return (range.numberFormat as unknown[][]).flat();
    },
  },
  {
    id: '2 text cell',
    apiSet: 7,
    expected: ['=1+1', '0012345678901234567'],
    async find(context, sheet) {
      const range = sheet.getRange('C1:C2');
      range.numberFormat = [['@'], ['@']];
      range.values = [['=1+1'], ['0012345678901234567']];
      return valuesOf(context, range);
    },
  },
  {
    id: '3 apostrophe',
    apiSet: 7,
    expected: ['=1+1'],
    async find(context, sheet) {
      const range = sheet.getRange('D1');
      range.values = [["'=1+1"]];
      return valuesOf(context, range);
    },
  },
  {
    id: '4 sort',
    apiSet: 7,
    expected: [1, 2, 3, COLOR],
    async find(context, sheet) {
      const range = sheet.getRange('E1:E3');
      range.values = [[3], [1], [2]];
      sheet.getRange('E1').format.fill.color = COLOR;
      range.sort.apply([{ key: 0, ascending: true }], false, false, 'Rows');
      const { fill } = sheet.getRange('E3').format;
      fill.load('color');
      return [...(await valuesOf(context, range)), fill.color];
    },
  },
  {
    id: '6 hidden rows',
    apiSet: 7,
    expected: false,
    async find(context, sheet) {
      const rows = sheet.getRange('1:2');
      rows.rowHidden = true;
      await context.sync();
      rows.rowHidden = false;
      rows.load('rowHidden');
      await context.sync();
      return rows.rowHidden;
    },
  },
  {
    id: '7 copy',
    apiSet: 7,
    expected: [['HANDOVER_CHECK'], ['in the copy']],
    async find(context, sheet) {
      sheet.names.add('HANDOVER_CHECK', '="x"').visible = false;
      sheet.getRange('F1').values = [['in the copy']];
      const copy = sheet.copy('End');
      copy.names.load('items/name');
      const values = await valuesOf(context, copy.getRange('F1'));
      const names = copy.names.items.map(({ name }) => name);
      copy.delete();
      await context.sync();
      return [names, values];
    },
  },
  {
    id: '11 long name',
    apiSet: 7,
    expected: 258,
    async find(context, sheet) {
      const item = sheet.names.add('HANDOVER_LONG', `="${'x'.repeat(255)}"`);
      item.load('formula');
      await context.sync();
      return String(item.formula).length;
    },
  },
  {
    id: '12 date system',
    apiSet: 7,
    expected: true,
    async find(context) {
      const serial = context.workbook.functions.date(2000, 1, 1);
      serial.load('value');
      await context.sync();
      return serial.value === 36_526 || serial.value === 35_064;
    },
  },
  {
    id: '19 link',
    apiSet: 7,
    expected: ['text'],
    async find(context, sheet) {
      const range = sheet.getRange('G1');
      range.values = [['text']];
      range.hyperlink = { documentReference: 'A1' };
      return valuesOf(context, range);
    },
  },
  {
    id: '22 no formulas',
    apiSet: 9,
    expected: true,
    async find(context, sheet) {
      const found = sheet.getRange('A1:G9').getSpecialCellsOrNullObject('Formulas');
      await context.sync();
      return found.isNullObject;
    },
  },
  {
    id: '25 newest condition first',
    apiSet: 7,
    expected: 'DataBar',
    async find(context, sheet) {
      const { conditionalFormats } = sheet.getRange('I1:I3');
      conditionalFormats.add('Custom').custom.rule.formula = '=I1>0';
      conditionalFormats.add('DataBar');
      const first = conditionalFormats.getItemAt(0);
      first.load('type');
      await context.sync();
      return first.type;
    },
  },
  {
    id: '26 bars from the top',
    apiSet: 8,
    expected: true,
    async find(context, sheet) {
      sheet.getRange('J1:K2').values = [
        ['a', 1],
        ['b', 2],
      ];
      const chart = sheet.charts.add('BarClustered', sheet.getRange('J1:K2'), 'Columns');
      const { categoryAxis } = chart.axes;
      categoryAxis.reversePlotOrder = true;
      categoryAxis.position = 'Maximum';
      categoryAxis.tickLabelPosition = 'Low';
      chart.series.getItemAt(0).gapWidth = 50;
      categoryAxis.load('reversePlotOrder');
      await context.sync();
      return categoryAxis.reversePlotOrder;
    },
  },
  {
    id: '27 validation',
    apiSet: 8,
    expected: true,
    async find(context, sheet) {
      const { dataValidation } = sheet.getRange('L1:L3');
      dataValidation.rule = {
        date: { formula1: '1900-01-01', operator: 'GreaterThanOrEqualTo' },
      };
      await context.sync();
      return true;
    },
  },
  {
    id: '28 print areas',
    apiSet: 9,
    expected: true,
    async find(context, sheet) {
      const { pageLayout } = sheet;
      pageLayout.setPrintArea('A1:C5,A6:C9');
      pageLayout.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
      await context.sync();
      return true;
    },
  },
  // Last, as nothing more can be written into the sheet.
  {
    id: '18 protected',
    apiSet: 7,
    expected: 'AccessDenied',
    async find(context, sheet) {
      sheet.protection.protect();
      await context.sync();
      sheet.getRange('A1').values = [['x']];
      try {
        await context.sync();
        return 'written';
      } catch (error) {
        return (error as { readonly code?: unknown }).code;
      }
    },
  },
];

async function valuesOf(context: Excel.RequestContext, range: Excel.Range): Promise<unknown[]> {
  range.load('values');
  await context.sync();
  return (range.values as unknown[][]).flat();
}
