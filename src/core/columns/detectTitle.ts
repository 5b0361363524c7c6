import { NO_DAY } from '../analysis';
import { cleanText } from '../cleaning/cleanText';
import { dayOf, UNREADABLE_DAY } from '../cleaning/parseDay';
import { cellText } from './cellText';
import { findBareUnit, findTitleUnit } from './headerText';
import { CellKind, KIND_MASK, type RawSheet } from './rawWorkbook';

export interface TitleFacts {
  /** {@link NO_DAY} where the title rows state none. */
  readonly dataDate: number;
  /** Power of ten to yuan, undefined where not stated. */
  readonly unit: number | undefined;
}

const DATE = /((?:19|20)\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2})(?!\d))/;
const DATE_LABEL =
  /(?:数据|截止|截至|统计|报表|余额|核算|会计|业务|账务|查询)(?:日期|时间|日)?|日期|时点|as of|date/i;
const PRINT_LABEL = /打印|制表|导出|生成|下载|编制|填报|print|export/i;

/** Data date and unit stated in the rows above the header (SPEC 1). */
export function detectTitle(sheet: RawSheet, headerRow: number): TitleFacts {
  let labelled = NO_DAY;
  let plain = NO_DAY;
  let unit: number | undefined;
  for (let row = 0; row < headerRow; row++) {
    let previous = '';
    for (const column of sheet.columns) {
      const text = cleanText(cellText(sheet, column, row));
      if (text === '') continue;
      unit ??= findTitleUnit(text);
      if (/单位[:：]?$/.test(previous)) unit ??= findBareUnit(text);
      const day = findDate(text);
      if (day !== NO_DAY) {
        const isDate = ((column.kinds[row] ?? 0) & KIND_MASK) === CellKind.date;
        const label = isDate || DATE.exec(text)?.index === 0 ? previous + text : text;
        if (!isPrinted(label)) {
          if (DATE_LABEL.test(label)) labelled ||= day;
          else plain ||= day;
        }
      }
      previous = text;
    }
  }
  return { dataDate: labelled || plain, unit };
}

/** The first possible date in a text, in any of the spellings of SPEC 2, or {@link NO_DAY}. */
export function findDate(text: string): number {
  const compact = text.replace(/\s*([-/.年月])\s*/g, '$1');
  const match = DATE.exec(compact);
  if (!match) return NO_DAY;
  const day = dayOf(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]));
  return day === UNREADABLE_DAY ? NO_DAY : day;
}

function isPrinted(label: string): boolean {
  const print = label.search(PRINT_LABEL);
  if (print < 0) return false;
  // "数据日期：2025-11-30 打印时间：2025-12-01" states the data date first.
  const date = label.search(DATE);
  return print < date && !/(?:数据|截止|统计)/.test(label.slice(0, print));
}
