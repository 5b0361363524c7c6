/** `1,234,567.89` from fen; a minus before the digits. Half a fen does not exist here. */
export function formatAmount(fen: number): string {
  const digits = String(Math.abs(Math.round(fen))).padStart(3, '0');
  const yuan = groupThousands(digits.slice(0, -2));
  return `${fen <= -0.5 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}

/** `12,345`. */
export function formatCount(count: number): string {
  return (count < 0 ? '-' : '') + groupThousands(String(Math.abs(Math.round(count))));
}

/** `123.46` from 12345600 with a unit of 100000: at most two decimals, no trailing zeros. */
export function formatInUnit(fen: number, fenPerUnit: number): string {
  const hundredths = Math.round((fen / fenPerUnit) * 100);
  return formatAmount(hundredths).replace(/\.00$|(?<=\.\d)0$/, '');
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
