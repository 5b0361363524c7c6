import { cleanText } from '../cleaning/cleanText';
import { cellText } from './cellText';
import { CellKind, KIND_MASK, type RawSheet } from './rawWorkbook';
import { isKnown, readHeader, readJoinedHeader, type HeaderMeaning } from './readHeader';

export interface DetectedHeader {
  /** 0-based first header row. */
  readonly headerRow: number;
  readonly headerRows: 1 | 2;
  /** Per worksheet column. */
  readonly texts: readonly string[];
  readonly meanings: readonly HeaderMeaning[];
}

interface Candidate extends DetectedHeader {
  readonly score: number;
}

/** Title rows searched for a header; exports have two to ten. */
const SEARCHED_ROWS = 100;
/** Below a good header, only its own second row or a better one close by can follow. */
const ROWS_AFTER_HEADER = 10;
const GOOD_SCORE = 4;
const LONGEST_LABEL = 20;

/**
 * Finds the header row, or the two rows that make it, by how many columns it names (SPEC 1).
 * Undefined where no row names at least two columns.
 */
export function detectHeader(sheet: RawSheet): DetectedHeader | undefined {
  let best: Candidate | undefined;
  let rows = Math.min(sheet.rowCount, SEARCHED_ROWS);
  let upper: string[] = [];
  for (let row = 0; row < rows; row++) {
    const texts = labelTexts(sheet, row);
    const single = toCandidate(row, 1, texts, resolveYears(texts).map(readHeader));
    const pair = row > 0 ? joinRows(sheet, row - 1, upper, texts) : undefined;
    // A group row alone already names columns; only the pair tells this year's from last year's.
    if (pair && pair.score >= single.score && (!best || pair.score >= scoreAt(best, row - 1))) {
      if (!best || pair.score > best.score || best.headerRow === row - 1) best = pair;
    }
    if (!best || single.score > best.score) best = single;
    if (best.score >= GOOD_SCORE) rows = Math.min(rows, best.headerRow + ROWS_AFTER_HEADER);
    upper = texts;
  }
  return best && best.score >= 2 ? best : undefined;
}

function scoreAt(best: Candidate, row: number): number {
  return best.headerRow === row ? ambiguityFreeScore(best) : 0;
}

/** Columns with the same header text tell nothing of their own. */
function ambiguityFreeScore(candidate: Candidate): number {
  const seen = new Set<string>();
  let repeated = 0;
  for (const meaning of candidate.meanings) {
    if (!isKnown(meaning)) continue;
    if (seen.has(meaning.key)) repeated++;
    seen.add(meaning.key);
  }
  return candidate.score - repeated;
}

function toCandidate(
  headerRow: number,
  headerRows: 1 | 2,
  texts: readonly string[],
  meanings: readonly HeaderMeaning[],
): Candidate {
  let score = 0;
  const seen = new Set<string>();
  for (const meaning of meanings) {
    if (!isKnown(meaning) || seen.has(meaning.key)) continue;
    seen.add(meaning.key);
    score++;
  }
  return { headerRow, headerRows, texts, meanings, score };
}

function joinRows(
  sheet: RawSheet,
  row: number,
  upper: readonly string[],
  lower: readonly string[],
): Candidate | undefined {
  if (!isLabelRow(sheet, row, upper) || !isLabelRow(sheet, row + 1, lower)) return undefined;
  if (upper.filter((text) => text !== '').length < 2) return undefined;
  const groups = fillGroups(sheet, row, upper, lower);
  const lowerTexts = resolveYears(lower);
  const meanings = resolveYears(groups).map((group, column) =>
    readJoinedHeader(group, lowerTexts[column] ?? ''),
  );
  const texts = groups.map((group, column) => joinTexts(group, lower[column] ?? ''));
  return toCandidate(row, 2, texts, meanings);
}

function joinTexts(group: string, lower: string): string {
  return group === lower || lower === '' ? group : group + lower;
}

/** A merged or blank-following group text stands over each of its columns. */
function fillGroups(
  sheet: RawSheet,
  row: number,
  upper: readonly string[],
  lower: readonly string[],
): string[] {
  const merges = sheet.merges.filter((merge) => merge.firstRow <= row && merge.lastRow >= row);
  let current = '';
  return upper.map((text, column) => {
    if (text !== '') current = text;
    const merge = merges.find((m) => m.firstColumn <= column && m.lastColumn >= column);
    if (merge) return upper[merge.firstColumn] ?? '';
    if (text !== '') return text;
    return lower[column] === '' || merges.length > 0 ? '' : current;
  });
}

/** Labels are short texts without digits of data; a title line states dates or units. */
function isLabelRow(sheet: RawSheet, row: number, texts: readonly string[]): boolean {
  let labels = 0;
  for (let column = 0; column < sheet.columns.length; column++) {
    const kind = (sheet.columns[column]?.kinds[row] ?? 0) & KIND_MASK;
    if (kind === CellKind.empty) continue;
    const text = texts[column] ?? '';
    if (kind !== CellKind.text) return false;
    if (text === '') continue;
    if (text.length > LONGEST_LABEL || /[:：]|\d{5}/.test(text)) return false;
    labels++;
  }
  return labels > 0;
}

function labelTexts(sheet: RawSheet, row: number): string[] {
  return sheet.columns.map((column) =>
    ((column.kinds[row] ?? 0) & KIND_MASK) === CellKind.text
      ? cleanText(cellText(sheet, column, row))
      : '',
  );
}

const YEAR = /(20\d{2})\s*年?(?:度|(?=[^\d]|$))(?!\d{1,2}月)/;
const YEAR_DAY = /20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/;

/** `2025年日均` beside `2024年日均` is this year's; `2025-11-30余额` is the balance of the day. */
function resolveYears(texts: readonly string[]): string[] {
  const years = texts.flatMap((text) => {
    const year = YEAR.exec(text.replace(YEAR_DAY, ''))?.[1];
    return year ? [Number(year)] : [];
  });
  const latest = Math.max(0, ...years);
  return texts.map((text) => {
    if (text.length > LONGEST_LABEL) return text;
    if (YEAR_DAY.test(text)) return text.replace(YEAR_DAY, '当前');
    return text.replace(YEAR, (_whole, year: string) =>
      Number(year) === latest ? '本年' : '上年',
    );
  });
}
