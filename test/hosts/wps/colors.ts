/** The number with blue first that WPS has for `RRGGBB`. */
export function parseColor(color: string): number {
  const value = Number.parseInt(color, 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

/** `RRGGBB` */
export function colorText(bgr: number): string {
  const value = ((bgr & 0xff) << 16) | (bgr & 0xff00) | (bgr >> 16);
  return value.toString(16).toUpperCase().padStart(6, '0');
}
