import type { MemorySheet } from './workbookContent';

export interface RestoredSheets {
  readonly sheets: readonly MemorySheet[];
  /** Names of the ledger sheets brought back. */
  readonly restored: readonly string[];
}

/**
 * The sheets as before the first run: each ledger with the content of its untouched copy, in the
 * place that it has now; a ledger that is gone comes back where its copy stood. Sheets of ours are
 * gone. Without an untouched copy the sheets stay as they are.
 */
export function restoreOriginals(sheets: readonly MemorySheet[]): RestoredSheets {
  const copies = new Map(
    sheets.flatMap((sheet) => (sheet.copyOf === undefined ? [] : [[sheet.copyOf, sheet]])),
  );
  if (copies.size === 0) return { sheets, restored: [] };
  const names = new Set(sheets.map(({ name }) => name));
  const restored = sheets.flatMap((sheet): MemorySheet[] => {
    const { name, mark, copyOf } = sheet;
    if (mark === undefined) return [contentOf(copies.get(name), sheet)];
    return copyOf === undefined || names.has(copyOf) ? [] : [contentOf(sheet, { name: copyOf })];
  });
  return { sheets: restored, restored: [...copies.keys()] };
}

/** The copy's content under the name and visibility of the ledger. */
function contentOf(
  copy: MemorySheet | undefined,
  ledger: Pick<MemorySheet, 'name' | 'hidden'> & Partial<MemorySheet>,
): MemorySheet {
  if (copy === undefined) return { rows: [], ...ledger };
  const { rows, merges, date1904 } = copy;
  return {
    name: ledger.name,
    rows,
    ...(merges && { merges }),
    ...(date1904 !== undefined && { date1904 }),
    ...(ledger.hidden === true && { hidden: true }),
  };
}
