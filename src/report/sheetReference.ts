/** A range for a formula: `'客户汇总'!C4:C574`. A range never turns around: it has at least one row. */
export function rangeReference(sheet: string, column: string, { first, last }: RowSpan): string {
  const to = Math.max(first, last);
  return `${quoteSheet(sheet)}!${column}${String(first)}:${column}${String(to)}`;
}

/** 1-based worksheet rows, both ends included; none where `last < first`. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export function cellReference(sheet: string, cell: string): string {
  return `${quoteSheet(sheet)}!${cell}`;
}

/** A text inside a formula. */
export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
