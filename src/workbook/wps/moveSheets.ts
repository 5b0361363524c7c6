import { refused, requireCount } from './hostFailure';
import type { Session } from './session';
import { WPS, type WpsSheet } from './wpsTypes';

/** In front of all, or so that as many stand behind it. */
export type NewPlace = 'front' | { readonly behind: number };

/** A new sheet with its name. */
export function addSheet({ book, journal }: Session, name: string, place: NewPlace): WpsSheet {
  const worksheets = book.Worksheets;
  const count = requireCount(worksheets.Count, 'Worksheets.Count');
  const at = place === 'front' ? 1 : count - place.behind + 1;
  journal.willDo(() => {
    const worksheetsNow = book.Worksheets;
    // Also where WPS made the sheet and then refused to say so.
    if (worksheetsNow.Count > count) deleteSheet(worksheetsNow.Item(at));
  });
  const added =
    at <= count
      ? worksheets.Add(worksheets.Item(at), undefined)
      : worksheets.Add(undefined, worksheets.Item(count));
  if (!(added as WpsSheet | undefined) || worksheets.Count !== count + 1) {
    throw refused('Worksheets.Add');
  }
  added.Name = name;
  if (added.Name !== name) throw refused('Worksheet.Name');
  return added;
}

/** A hidden copy of a sheet with its name, behind all. */
export function copySheet({ book, journal }: Session, sheet: WpsSheet, name: string): WpsSheet {
  const worksheets = book.Worksheets;
  const count = requireCount(worksheets.Count, 'Worksheets.Count');
  journal.willDo(() => {
    const worksheetsNow = book.Worksheets;
    if (worksheetsNow.Count > count) deleteSheet(worksheetsNow.Item(count + 1));
  });
  // Copy answers nothing: the copy is the one that is more.
  sheet.Copy(undefined, worksheets.Item(count));
  if (worksheets.Count !== count + 1) throw refused('Worksheet.Copy');
  const copy = worksheets.Item(count + 1);
  copy.Name = name;
  if (copy.Name !== name) throw refused('Worksheet.Name');
  copy.Visible = WPS.hidden;
  return copy;
}

/** Another name for a sheet, until it is undone or the sheet deleted. */
export function renameSheet({ journal }: Session, sheet: WpsSheet, from: string, to: string): void {
  journal.willDo(() => {
    if (sheet.Name !== from) sheet.Name = from;
  });
  sheet.Name = to;
  if (sheet.Name !== to) throw refused('Worksheet.Name');
}

/** Needs `DisplayAlerts` off. A very hidden sheet is shown before, as some builds keep it else. */
export function deleteSheet(sheet: WpsSheet): void {
  if (sheet.Visible === WPS.veryHidden) sheet.Visible = WPS.hidden;
  sheet.Delete();
}
