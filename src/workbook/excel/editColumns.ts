import { formatForDate, formatForNumber, formatForText, GENERAL, TEXT } from '../editFormats';
import { EditKind, type ColumnEdit, type LedgerPlan } from '../sheetPlan';
import type { Input } from './cells';
import type { ColumnFormats } from './readNumberFormats';
import { sparseSteps } from './sparseSteps';
import { fitsTextCell, textInput } from './textInput';
import type { WriteQueue } from './writeQueue';

/** Writes the cleaned cells of the sorted rows; a format only where its cell needs another one. */
export async function editColumns(
  queue: WriteQueue,
  plan: LedgerPlan,
  before: { readonly formats: ColumnFormats; readonly firstRow: number },
): Promise<void> {
  for (const edit of plan.edits) {
    const own = before.formats.get(edit.column) ?? [];
    const place = { sheet: plan.sheetName, row: before.firstRow, column: edit.column };
    const formats: Input[] = [];
    const values: Input[] = [];
    for (const [index, row] of plan.order.entries()) {
      const format = own[row - before.firstRow] ?? GENERAL;
      const edited = editedCell(edit, index, format);
      formats.push(edited === undefined || edited.format === format ? null : edited.format);
      values.push(edited === undefined ? null : edited.value);
    }
    for (const step of sparseSteps(place, 'numberFormat', formats)) await queue.add(step);
    for (const step of sparseSteps(place, 'values', values)) await queue.add(step);
  }
}

interface EditedCell {
  readonly value: Input;
  readonly format: string;
}

function editedCell(
  { kinds, values, texts }: ColumnEdit,
  index: number,
  own: string,
): EditedCell | undefined {
  const value = values[index] ?? 0;
  switch (kinds[index]) {
    case undefined:
    case EditKind.keep:
      return undefined;
    case EditKind.number:
      return { value, format: formatForNumber(own, value) };
    case EditKind.date:
      return { value, format: formatForDate(own) };
    case EditKind.text:
      return textCell(texts[value] ?? '', own);
    default:
      return { value: '', format: own };
  }
}

function textCell(text: string, own: string): EditedCell {
  const format = fitsTextCell(text) ? formatForText(own, text) : GENERAL;
  return { value: textInput(text, format === TEXT), format };
}
