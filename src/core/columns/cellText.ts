import { isoDay } from '../cleaning/parseDay';
import { CellKind, ERROR_TEXTS, KIND_MASK, type CellColumn, type RawSheet } from './rawWorkbook';

/** A cell as a person would read it: text as it is, numbers in full digits, dates as ISO days. */
export function cellText(sheet: RawSheet, column: CellColumn | undefined, row: number): string {
  if (!column || row >= sheet.rowCount) return '';
  const value = column.values[row] ?? 0;
  switch ((column.kinds[row] ?? 0) & KIND_MASK) {
    case CellKind.text:
      return sheet.texts.get(value);
    case CellKind.number:
      return numberText(value);
    case CellKind.date:
      return dateText(value, sheet.date1904);
    case CellKind.boolean:
      return value === 0 ? 'FALSE' : 'TRUE';
    case CellKind.error:
      return ERROR_TEXTS[value] ?? '#VALUE!';
    default:
      return '';
  }
}

/** A number without exponent: `6222021234567890000`, `0.000001`. */
export function numberText(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function dateText(serial: number, date1904: boolean): string {
  const whole = Math.floor(serial);
  const day = date1904 ? whole + 1462 : whole;
  if (!(day >= 1 && day < 2958466)) return numberText(serial);
  const seconds = Math.round((serial - whole) * 86400);
  if (seconds === 0) return isoDay(day);
  const pad = (value: number) => String(value).padStart(2, '0');
  const time = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${isoDay(day)} ${time}`;
}
