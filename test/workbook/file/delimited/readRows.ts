import { readDelimited } from '../../../../src/workbook/file/delimited/readDelimited';
import { fromRawWorkbook, type CellContent } from '../../../../src/workbook/memory/workbookContent';
import { sourceOf } from '../../bytesInMemory';

/** The rows that a delimited text (a string stands for its UTF-8 bytes) is read as. */
export async function readRows(text: string | Uint8Array): Promise<readonly CellContent[][]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const workbook = await readDelimited(sourceOf(bytes), 'ledger.csv');
  return (fromRawWorkbook(workbook).sheets[0]?.rows ?? []).map((cells) => [...cells]);
}
