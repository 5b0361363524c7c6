import { WPS, type WpsSheet, type WpsWorkbook } from '../../workbook/wps/wpsTypes';
import type { Check } from './checks';
import { expectCells, expectSame } from './expect';

/** Sheets, names, sorting and filters. */
export const sheetChecks: readonly Check[] = [
  {
    name: 'add',
    run({ book }) {
      const added = book.Worksheets.Add(undefined, lastOf(book));
      added.Name = '检测一';
      return expectSame([lastOf(book).Name, added.Index], ['检测一', book.Worksheets.Count]);
    },
  },
  {
    name: 'copySheet',
    run({ book, sheet }) {
      const before = book.Worksheets.Count;
      sheet.Copy(undefined, lastOf(book));
      const copy = lastOf(book);
      expectSame(book.Worksheets.Count, before + 1);
      return expectCells(copy.Range('A2:C2').Value2, [1, 'b', 3]);
    },
  },
  {
    name: 'veryHidden',
    run({ book }) {
      const sheet = lastOf(book);
      sheet.Visible = WPS.veryHidden;
      const found = sheet.Visible;
      sheet.Visible = WPS.visible;
      return expectSame(found, WPS.veryHidden);
    },
  },
  {
    name: 'names',
    run({ sheet }) {
      sheet.Names.Add('HandoverProbe', '="a:b"', false);
      return expectSame(sheet.Names.Item(sheet.Names.Count).RefersTo, '="a:b"');
    },
  },
  {
    name: 'sort',
    isOptional: true,
    run({ sheet }) {
      sheet.Range('J1:K3').Value2 = [
        ['c', 3],
        ['a', 1],
        ['b', 2],
      ];
      const none = [null, null, null, null, null] as const;
      const { ascending, noHeader, topToBottom, pinYin } = WPS;
      sheet
        .Range('J1:K3')
        .Sort(sheet.Range('K1'), ascending, ...none, noHeader, null, false, topToBottom, pinYin);
      return expectCells(sheet.Range('J1:J3').Value2, ['a', 'b', 'c']);
    },
  },
  {
    name: 'filter',
    run({ book }) {
      const sheet = lastOf(book);
      sheet.Range('J1:K3').AutoFilter();
      const found = sheet.AutoFilterMode;
      sheet.AutoFilterMode = false;
      return expectSame([found, sheet.AutoFilterMode], [true, false]);
    },
  },
  {
    name: 'table',
    isOptional: true,
    run({ sheet }) {
      sheet.Range('M1:N3').Value2 = [
        ['甲', '乙'],
        [1, 2],
        [3, 4],
      ];
      const tables = sheet.ListObjects;
      if (tables === undefined) throw new Error('ListObjects');
      tables.Add(WPS.sourceRange, sheet.Range('M1:N3'), undefined, WPS.yes).Name = 'HandoverProbe';
      return expectSame(tables.Item(tables.Count).Name, 'HandoverProbe');
    },
  },
];

function lastOf({ Worksheets }: WpsWorkbook): WpsSheet {
  return Worksheets.Item(Worksheets.Count);
}
