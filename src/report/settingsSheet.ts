import { cellText, type RawWorkbook } from '../core';
import type { SheetPlan, WorkbookPlan } from '../workbook/sheetPlan';
import { CELL_STYLES } from './cellStyles';
import { layOutLines, textCell } from './layOutTable';
import { nameSheets } from './nameSheets';
import type { ReportInput } from './reportInput';
import type { ReportWords } from './reportWords';

/** Below Excel's 32,767 characters of a cell, whatever a host adds to it. */
const CELL_LENGTH = 30_000;
/** 0-based row of the first piece; what the sheet is for stands above. */
const FIRST_ROW = 1;

/**
 * The very hidden sheet that keeps settings, templates and column mappings in the workbook: their
 * JSON text, piece by piece down column A.
 */
export function planSettings(
  { words, sheetNames }: Pick<ReportInput, 'words' | 'sheetNames'>,
  text: string,
): SheetPlan {
  return {
    role: 'settings',
    name: sheetNames.settings,
    widths: [100],
    frozenRows: 0,
    frozenColumns: 0,
    visibility: 'veryHidden',
    blocks: [
      layOutLines(0, [
        textCell(words.report.settings.hint, 'note'),
        ...cutText(text).map((piece) => textCell(piece, 'text')),
      ]),
    ],
    tables: [],
    validations: [],
    merges: [],
  };
}

/** A plan that keeps settings in the workbook and touches nothing else. */
export function planKeptSettings(
  workbook: RawWorkbook,
  words: ReportWords,
  text: string,
): WorkbookPlan {
  const sheetNames = nameSheets(workbook, words.report.sheetNames);
  return {
    ledgers: [],
    sheets: [planSettings({ words, sheetNames }, text)],
    partial: true,
    styles: CELL_STYLES,
    language: words.language,
  };
}

/** The text that an earlier run kept; undefined where the workbook has none. */
export function readStoredText(workbook: RawWorkbook): string | undefined {
  const sheet = workbook.sheets.find(({ mark }) => mark === 'settings');
  if (sheet === undefined) return undefined;
  const pieces: string[] = [];
  for (let row = FIRST_ROW; row < sheet.rowCount; row++) {
    pieces.push(cellText(sheet, sheet.columns[0], row));
  }
  return pieces.join('');
}

function cutText(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const to = findCut(text, from);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** No piece begins or ends with white space, which some hosts drop, or cuts a character in two. */
function findCut(text: string, from: number): number {
  const longest = from + CELL_LENGTH;
  if (longest >= text.length) return text.length;
  for (let to = longest; to > from + CELL_LENGTH / 2; to--) {
    if (/^[!-~]{2}$/.test(text.slice(to - 1, to + 1))) return to;
  }
  return /^[\uDC00-\uDFFF]/.test(text.charAt(longest)) ? longest - 1 : longest;
}
