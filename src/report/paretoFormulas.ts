import { customerColumnLetter, customerRows, type CustomerColumn } from './customerColumns';
import type { ReportInput } from './reportInput';
import { rangeReference } from './sheetReference';

type Source = Pick<ReportInput, 'analysis' | 'sheetNames'>;

/** How many customers a fifth of all are, rounded up (SPEC 5). */
export function topFifthFormula(source: Source): string {
  return `ROUNDUP(COUNTA(${columnOf(source, 'priority')})*0.2,0)`;
}

/** What share of the positive amounts the first `limit` customers by rank hold. */
export function topShareFormula(source: Source, limit: string): string {
  const values = columnOf(source, source.analysis.basis);
  const total = `SUMIF(${values},">0")`;
  const top = `SUMIFS(${values},${columnOf(source, 'rank')},"<="&${limit},${values},">0")`;
  return `IF(${total}=0,0,${top}/${total})`;
}

function columnOf({ analysis, sheetNames }: Source, column: CustomerColumn): string {
  return rangeReference(sheetNames.customers, customerColumnLetter(column), customerRows(analysis));
}
