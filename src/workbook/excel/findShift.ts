import { DAYS_TO_1904 } from './writeContent';

/** Serial of 2000-01-01 where dates count from 1900. */
export const SERIAL_2000 = 36_526;

/** Days that the workbook's serials are smaller than those of the 1900 system. */
export async function findShift(context: Excel.RequestContext): Promise<number> {
  const serial = context.workbook.functions.date(2000, 1, 1);
  serial.load('value');
  await context.sync();
  return serial.value === SERIAL_2000 ? 0 : DAYS_TO_1904;
}
