import {
  CellKind,
  ERROR_TEXTS,
  FORMULA_FLAG,
  type CellRange,
  type RawSheet,
  type RawWorkbook,
} from '../../../core';
import {
  createColumnBuilder,
  createTextInterner,
  MAX_COLUMNS,
  MAX_ROWS,
  type ColumnBuilder,
  type TextInterner,
} from '../../columnBuilder';
import { isDateFormat } from '../../dateFormat';
import { parseIsoDate } from '../ooxml/parseIsoDate';
import { xmlEvents, type XmlOpen } from '../ooxml/xmlEvents';
import { uniqueSheetNames, validSheetName } from '../sheetName';
import { NAMED_DATE_FORMAT, losesDigits } from './excelValues';

/**
 * The worksheets of an Excel 2003 XML workbook (SpreadsheetML 2003). Numbers, dates, booleans and
 * errors come typed; an integer too long for a number stays text.
 *
 * @param text The decoded document.
 * @throws WorkbookFailure `file.damaged` for what is not well-formed; `workbook.tooManyRows`.
 */
export function readSpreadsheetXml(text: string, name: string): RawWorkbook {
  const reader = createReader();
  for (const event of xmlEvents(text, 'Workbook')) {
    if (event.kind === 'text') reader.text(event.text);
    else if (event.kind === 'close') reader.close[event.name]?.();
    else {
      reader.open[event.name]?.(event);
      if (event.selfClosed) reader.close[event.name]?.();
    }
  }
  const names = uniqueSheetNames(reader.sheets.map((sheet) => sheet.name));
  return {
    name,
    sheets: reader.sheets.map((sheet, at) => ({ ...sheet, name: names[at] ?? sheet.name })),
  };
}

interface OpenSheet {
  readonly name: string;
  readonly builder: ColumnBuilder;
  readonly merges: CellRange[];
  hidden: boolean;
  row: number;
  column: number;
  nextColumn: number;
}

interface Reader {
  readonly sheets: readonly RawSheet[];
  /** What to do at the start and at the end of an element, by its name. */
  readonly open: Readonly<Record<string, (element: XmlOpen) => void>>;
  readonly close: Readonly<Record<string, () => void>>;
  text(text: string): void;
}

function createReader(): Reader {
  const texts = createTextInterner();
  const dateStyles = new Set<string>();
  const sheets: RawSheet[] = [];
  let sheet = openSheet('', texts);
  let date1904 = false;
  let style = '';
  let isComment = false;
  let type = '';
  /** The text of the innermost element that is read for its text. */
  let value = '';
  let cell = { isDate: false, flags: 0 };

  function startCell(element: XmlOpen): void {
    const across = numberOf(element, 'MergeAcross');
    const down = numberOf(element, 'MergeDown');
    sheet.column = indexOf(element, sheet.nextColumn);
    sheet.nextColumn = sheet.column + across + 1;
    cell = {
      isDate: dateStyles.has(element.attribute('StyleID') ?? ''),
      flags: element.attribute('Formula') === undefined ? 0 : FORMULA_FLAG,
    };
    if (across === 0 && down === 0) return;
    sheet.merges.push({
      firstRow: sheet.row,
      lastRow: Math.min(MAX_ROWS - 1, sheet.row + down),
      firstColumn: sheet.column,
      lastColumn: Math.min(MAX_COLUMNS - 1, sheet.column + across),
    });
  }

  function endData(): void {
    if (isComment || value === '') return;
    const parsed = parseValue(type, value, date1904);
    const put = (kind: number, number: number) => {
      sheet.builder.put(sheet.row, sheet.column, kind | cell.flags, number);
    };
    if (parsed === undefined) put(CellKind.text, texts.index(value));
    else if (parsed.kind === CellKind.number && cell.isDate) put(CellKind.date, parsed.value);
    else put(parsed.kind, parsed.value);
  }

  return {
    sheets,
    open: {
      Style: (element) => (style = element.attribute('ID') ?? ''),
      NumberFormat(element) {
        const format = element.attribute('Format') ?? '';
        if (NAMED_DATE_FORMAT.test(format) || isDateFormat(format)) dateStyles.add(style);
      },
      Date1904: () => (date1904 = true),
      Worksheet(element) {
        sheet = openSheet(validSheetName(element.attribute('Name') ?? ''), texts);
      },
      Row(element) {
        sheet.row = indexOf(element, sheet.row + 1);
        sheet.nextColumn = 0;
        // Only rows without cells may stand for several.
        if (element.selfClosed) sheet.row += numberOf(element, 'Span');
      },
      Cell: startCell,
      Comment: () => (isComment = true),
      Data(element) {
        type = element.attribute('Type') ?? 'String';
        value = '';
      },
      Visible: () => (value = ''),
    },
    close: {
      Comment: () => (isComment = false),
      Data: endData,
      Visible: () => (sheet.hidden = /Hidden/i.test(value)),
      Worksheet() {
        const { name, hidden, merges, builder } = sheet;
        sheets.push({ name, hidden, ...builder.build(), texts: texts.table, merges, date1904 });
      },
    },
    text(text) {
      if (!isComment) value += text;
    },
  };
}

function openSheet(name: string, texts: TextInterner): OpenSheet {
  const builder = createColumnBuilder(texts);
  return { name, builder, merges: [], hidden: false, row: -1, column: 0, nextColumn: 0 };
}

function parseValue(
  type: string,
  value: string,
  date1904: boolean,
): { readonly kind: number; readonly value: number } | undefined {
  if (type === 'DateTime') {
    const serial = parseIsoDate(value, date1904);
    return Number.isNaN(serial) ? undefined : { kind: CellKind.date, value: serial };
  }
  if (type === 'Number') {
    const number = value.trim() === '' || losesDigits(value) ? NaN : Number(value);
    return Number.isFinite(number) ? { kind: CellKind.number, value: number } : undefined;
  }
  if (type === 'Boolean') return { kind: CellKind.boolean, value: value.trim() === '1' ? 1 : 0 };
  const error = type === 'Error' ? ERROR_TEXTS.findIndex((known) => known === value) : -1;
  return error < 0 ? undefined : { kind: CellKind.error, value: error };
}

/** The 0-based place that `ss:Index` (1-based) names, else `next`. */
function indexOf(element: XmlOpen, next: number): number {
  const index = numberOf(element, 'Index');
  return index > 0 ? index - 1 : next;
}

function numberOf(element: XmlOpen, attribute: string): number {
  const text = element.attribute(attribute) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
