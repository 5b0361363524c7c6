import { decodeSlice } from './xmlBytes';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that the bytes spell, as `Number` reads it; NaN for what is no finite number. */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  return parseNumberText(decodeSlice(bytes, start, end));
}

/** As {@link parseNumber}; white space around the number is allowed. */
export function parseNumberText(text: string): number {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
