import type { ListedSheet } from './listSheets';

export function deleteSheet(worksheet: Excel.Worksheet, { visibility }: ListedSheet): void {
  // Excel refuses to delete a sheet that its menus cannot show.
  if (visibility === 'VeryHidden') worksheet.visibility = 'Hidden';
  worksheet.delete();
}

export function deleteNames(
  worksheet: Excel.Worksheet,
  sheet: ListedSheet,
  wanted: readonly string[],
): void {
  for (const { name } of sheet.names) {
    if (wanted.includes(name.toUpperCase())) worksheet.names.getItem(name).delete();
  }
}
