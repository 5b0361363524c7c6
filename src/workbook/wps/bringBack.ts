import { WPS, type WpsApplication, type WpsListObject, type WpsSheet } from './wpsTypes';

/**
 * Gives a sheet the cells, formats, widths, merges, rules, filter and tables of another; formulas
 * elsewhere that refer to it, and charts that lie on it, stay.
 */
export function bringBack(app: WpsApplication, from: WpsSheet, to: WpsSheet): void {
  const tables = readTables(from);
  const names = readTables(to).map(({ name }) => name);
  const filter = tables.length === 0 ? filterAddress(from) : undefined;
  showAll(from);
  showAll(to);
  dropTables(to);
  to.AutoFilterMode = false;
  // Otherwise charts that lie on the cells come along, a second time.
  app.CopyObjectsWithCells = false;
  to.Cells.Clear();
  from.Cells.Copy(to.Range('A1'));
  if (filter !== undefined) to.Range(filter).AutoFilter();
  if (to.ListObjects?.Count === 0) {
    tables.forEach(({ address, style }, at) => {
      const table = to.ListObjects?.Add(WPS.sourceRange, to.Range(address), undefined, WPS.yes);
      if (table === undefined) return;
      table.TableStyle = style;
      const name = names[at];
      if (name !== undefined) table.Name = name;
    });
  }
}

/** Rows that a filter hides would be left out of a copy and of a sort. */
export function showAll(sheet: WpsSheet): void {
  if (sheet.FilterMode) sheet.ShowAllData();
}

function filterAddress(sheet: WpsSheet): string | undefined {
  return sheet.AutoFilterMode ? sheet.AutoFilter?.Range.Address() : undefined;
}

export function listTables(sheet: WpsSheet): WpsListObject[] {
  const tables = sheet.ListObjects;
  if (tables === undefined) return [];
  return Array.from({ length: tables.Count }, (_, at) => tables.Item(at + 1));
}

function readTables(sheet: WpsSheet) {
  return listTables(sheet).map((table) => ({
    name: table.Name,
    style: table.TableStyle,
    address: table.Range.Address(),
  }));
}

function dropTables(sheet: WpsSheet): void {
  for (const table of listTables(sheet).reverse()) table.Unlist();
}
