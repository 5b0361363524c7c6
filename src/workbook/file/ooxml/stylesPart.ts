import { isBuiltInDateFormat, isDateFormat } from '../../dateFormat';
import { Namespace, xmlEvents } from './xmlEvents';

/**
 * For each cell format (an index into `cellXfs`, the `s` of a cell): 1 where it shows a date or
 * time, else 0.
 * @throws WorkbookFailure `file.damaged`.
 */
export function parseDateStyles(xml: string, part: string): Uint8Array {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellXfs = false;
  for (const event of xmlEvents(xml, part)) {
    if (event.kind === 'text' || event.namespace !== Namespace.spreadsheet) continue;
    if (event.name === 'cellXfs') inCellXfs = event.kind === 'open' && !event.selfClosed;
    if (event.kind !== 'open') continue;
    if (event.name === 'numFmt') {
      codes.set(Number(event.attribute('numFmtId')), event.attribute('formatCode') ?? '');
    } else if (event.name === 'xf' && inCellXfs) {
      formatIds.push(Number(event.attribute('numFmtId') ?? 0));
    }
  }
  return Uint8Array.from(formatIds, (id) => {
    const code = codes.get(id);
    return Number(code === undefined ? isBuiltInDateFormat(id) : isDateFormat(code));
  });
}
