import { WorkbookFailure } from '../../workbookFailure';
import { decodeEscapes } from './decodeEscapes';
import { Namespace, xmlEvents } from './xmlEvents';

/** A tab as workbook.xml lists it, of any kind. */
interface WorkbookTab {
  readonly name: string;
  readonly sheetId: string;
  readonly relationshipId: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
}

export interface DefinedName {
  readonly name: string;
  /** 0-based tab that the name belongs to; none for names of the workbook. */
  readonly tab?: number;
  readonly hidden: boolean;
  readonly value: string;
}

export interface WorkbookPart {
  readonly tabs: readonly WorkbookTab[];
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
}

/**
 * What workbook.xml says of its tabs, names and date system.
 * @throws WorkbookFailure `file.damaged`; `file.unknownFormat` where it is no workbook.
 */
export function parseWorkbookPart(xml: string, part: string): WorkbookPart {
  const tabs: WorkbookTab[] = [];
  const definedNames: DefinedName[] = [];
  let date1904 = false;
  let root: string | undefined;
  let open: DefinedName | undefined;
  for (const event of xmlEvents(xml, part)) {
    if (event.kind === 'text') {
      if (open) open = { ...open, value: open.value + event.text };
      continue;
    }
    root ??= event.namespace === Namespace.spreadsheet ? event.name : '';
    if (root !== 'workbook') throw new WorkbookFailure('file.unknownFormat', { part });
    if (event.namespace !== Namespace.spreadsheet) continue;
    if (event.kind === 'close') {
      if (event.name === 'definedName' && open) {
        definedNames.push(open);
        open = undefined;
      }
    } else if (event.name === 'sheet') {
      tabs.push({
        name: decodeEscapes(event.attribute('name') ?? ''),
        sheetId: event.attribute('sheetId') ?? '',
        relationshipId: event.attribute('id') ?? '',
        state: stateOf(event.attribute('state')),
      });
    } else if (event.name === 'workbookPr') {
      date1904 = isTrue(event.attribute('date1904'));
    } else if (event.name === 'definedName' && !event.selfClosed) {
      const tab = event.attribute('localSheetId');
      open = {
        name: event.attribute('name') ?? '',
        ...(tab === undefined ? {} : { tab: Number(tab) }),
        hidden: isTrue(event.attribute('hidden')),
        value: '',
      };
    }
  }
  if (root === undefined) throw new WorkbookFailure('file.damaged', { part, reason: 'empty' });
  return { tabs, definedNames, date1904 };
}

function stateOf(value: string | undefined): WorkbookTab['state'] {
  return value === 'hidden' || value === 'veryHidden' ? value : 'visible';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
