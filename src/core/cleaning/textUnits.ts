import type { TextTable, Utf8Texts } from '../columns/rawWorkbook';

/** Longer texts are no id, amount or date. */
const LONGEST = 64;
const LONGEST_BYTES = 3 * LONGEST;

/** A text's UTF-16 units, in an array that the next text reuses: its digits need no string. */
export interface TextUnits {
  readonly units: Uint16Array;
  /**
   * Takes the text at `index`; its length in units. -1 where the text is longer than any id,
   * amount or date, or has characters that none of them has: then read it as a string.
   */
  take(index: number): number;
}

export function createTextUnits(texts: TextTable): TextUnits {
  return texts.utf8 ? takeBytes(texts.utf8) : takeStrings(texts);
}

function takeStrings(texts: TextTable): TextUnits {
  const units = new Uint16Array(LONGEST);
  return {
    units,
    take(index) {
      const text = texts.get(index);
      const { length } = text;
      if (length > LONGEST) return -1;
      for (let i = 0; i < length; i++) units[i] = text.charCodeAt(i);
      return length;
    },
  };
}

function takeBytes({ bytes, starts }: Utf8Texts): TextUnits {
  const units = new Uint16Array(LONGEST_BYTES);
  return {
    units,
    take(index) {
      const end = starts[index + 1] ?? 0;
      let at = starts[index] ?? 0;
      if (end - at > LONGEST_BYTES) return -1;
      let length = 0;
      while (at < end) {
        const byte = bytes[at++] ?? 0;
        if (byte < 0x80) units[length++] = byte;
        else {
          // Two or three bytes, well formed; what has four, or is broken, is left to the decoder.
          const second = at < end ? (bytes[at++] ?? 0) : 0;
          if ((second & 0xc0) !== 0x80) return -1;
          if (byte >= 0xc2 && byte < 0xe0) units[length++] = ((byte & 0x1f) << 6) | (second & 0x3f);
          else {
            const third = at < end ? (bytes[at++] ?? 0) : 0;
            if (byte < 0xe0 || byte >= 0xf0 || (third & 0xc0) !== 0x80) return -1;
            const unit = ((byte & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
            if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return -1;
            units[length++] = unit;
          }
        }
      }
      return length > LONGEST ? -1 : length;
    },
  };
}

/** Full-width ！ to ～ as the ASCII character that they are in NFKC. */
export function narrow(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
}

/** White space and marks of no width that exports put around values: cleaning removes them. */
export function isPadding(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x200b
  );
}
