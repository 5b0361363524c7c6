import { WPS } from '../../workbook/wps/wpsTypes';
import type { Check } from './checks';
import { expectSame } from './expect';

/** Blue green red: F00 of the web. */
const RED = 0x0000ff;
const COLUMNS_CHART = 51;

/** Formats, drop-downs, panes, links and charts. */
export const lookChecks: readonly Check[] = [
  {
    name: 'conditional',
    isOptional: true,
    run({ sheet }) {
      const { FormatConditions } = sheet.Range('G1:G3');
      const condition = FormatConditions.Add(WPS.expression, undefined, '=G1>1');
      condition.Interior.Color = RED;
      return expectSame(condition.Interior.Color, RED);
    },
  },
  {
    name: 'validation',
    isOptional: true,
    run({ sheet }) {
      const { Validation } = sheet.Range('P1:P3');
      Validation.Delete();
      Validation.Add(WPS.validateList, WPS.alertStop, WPS.between, '接通,未接');
      Validation.InCellDropdown = true;
      return 'Validation';
    },
  },
  {
    name: 'freeze',
    run({ root, sheet }) {
      sheet.Activate();
      const window = root.ActiveWindow;
      window.FreezePanes = false;
      window.SplitRow = 1;
      window.SplitColumn = 0;
      window.FreezePanes = true;
      const found = window.FreezePanes;
      window.FreezePanes = false;
      return expectSame(found, true);
    },
  },
  {
    name: 'hyperlink',
    isOptional: true,
    run({ sheet }) {
      sheet.Hyperlinks.Add(sheet.Range('A1'), '', "'检测一'!A1");
      return 'Hyperlinks';
    },
  },
  {
    name: 'chart',
    isOptional: true,
    run({ sheet }) {
      const object = sheet.ChartObjects().Add(10, 10, 200, 120);
      object.Name = 'HandoverProbe';
      const series = object.Chart.SeriesCollection().NewSeries();
      series.ChartType = COLUMNS_CHART;
      series.Values = sheet.Range('G1:G3');
      return expectSame(object.Name, 'HandoverProbe');
    },
  },
];
