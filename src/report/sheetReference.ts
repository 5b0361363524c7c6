/** A range for a formula: `'客户汇总'!C4:C574`. A range never turns around: it has at least one row. */
export function rangeReference(
  sheet: string,
  column: string,
  { first, last }: RowSpan,
  kind: 'relative' | 'absolute' = 'relative',
): string {
  const fix = kind === 'absolute' ? '$' : '';
  const cell = (row: number): string => `${fix}${column}${fix}${String(row)}`;
  return `${quoteSheet(sheet)}!${cell(first)}:${cell(Math.max(first, last))}`;
}

/** 1-based worksheet rows, both ends included; none where `last < first`. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export function cellReference(sheet: string, cell: string): string {
  return `${quoteSheet(sheet)}!${cell}`;
}

/** Where HYPERLINK leads to, but for the row: `"#'客户汇总'!D"`. */
export function jumpTarget(sheet: string, column: string): string {
  return quoteText(`#${quoteSheet(sheet)}!${column}`);
}

/** A text inside a formula. */
export function quoteText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
