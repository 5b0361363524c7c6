import { idKey } from './cleanText';
import { isPadding, narrow } from './textUnits';

/**
 * Ids by code in the order of first appearance; code 0 is the empty text. Ids that differ only in
 * leading zeros share a code, the longest form is shown (SPEC 2, Ids).
 */
export interface IdDictionary {
  /** Codes are 0 … size − 1. */
  readonly size: number;
  /** The id in its shown form. */
  shown(code: number): string;
  /** True where the first `length` of `units`, known to have the code, are its shown form. */
  isSpelled(code: number, units: Uint16Array, length: number): boolean;
  codeOf(id: string): number;
  /** Code of digits amid white space in the first `length` of `units`; -1 where it is not that. */
  codeOfUnits(units: Uint16Array, length: number): number;
  /** Code of a whole number from 0 up to 15 digits. */
  codeOfNumber(value: number): number;
  /** Code of an id that lost digits in a numeric cell: it never equals an exact id. */
  codeOfLossy(id: string): number;
  /** True for an id that lost digits. */
  isLossy(code: number): boolean;
  hasLossy(): boolean;
}

/** Digits in one word: nine are the most that 32 bits hold. */
const WORD_DIGITS = 9;
/** Digits behind leading zeros that three words hold. */
const MOST_DIGITS = 3 * WORD_DIGITS;
/** Longest form that is shown, zeros and all. */
const MOST_SHOWN = 0xffff;
/** Stands for the number of digits where an id is no digits. */
const OTHER = 255;
const POWERS = Float64Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/**
 * A dictionary of ids. Those of digits, which are nearly all, are three numbers in a hash table of
 * typed arrays; a string is made when one is shown.
 *
 * @param expected how many distinct ids memory is reserved for at first
 */
export function createIdDictionary(expected = 16): IdDictionary {
  let capacity = 16;
  while (capacity < expected) capacity *= 2;
  let size = 1;
  /**
   * Four numbers per code, side by side because they are looked at together: three words of nine
   * digits from the left, the last one with what remains, and the digits behind leading zeros.
   */
  let words = new Int32Array(4 * capacity);
  /** Digits of the longest form; by code. */
  let lengths = new Uint16Array(capacity);
  /** Codes by hash, at most half full; 0 is a free slot. */
  let slots = new Int32Array(2 * capacity);
  words[3] = OTHER;
  const others = new Map<string, number>([['', 0]]);
  const texts = new Map<number, string>([[0, '']]);
  const lossy = new Set<number>();

  function codeOfWords(a: number, b: number, c: number, count: number, length: number): number {
    const mask = slots.length - 1;
    let slot = hash(a, b, c, count) & mask;
    for (;;) {
      const code = slots[slot] ?? 0;
      if (code === 0) break;
      const at = 4 * code;
      if (
        words[at] === a &&
        words[at + 1] === b &&
        words[at + 2] === c &&
        words[at + 3] === count
      ) {
        if (length > (lengths[code] ?? 0)) lengths[code] = length;
        return code;
      }
      slot = (slot + 1) & mask;
    }
    if (size === capacity) {
      grow();
      return codeOfWords(a, b, c, count, length);
    }
    const at = 4 * size;
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = count;
    lengths[size] = length;
    slots[slot] = size;
    return size++;
  }

  function codeOfOther(key: string, id: string): number {
    const code = others.get(key);
    if (code !== undefined) {
      if (id.length > (texts.get(code) ?? '').length) texts.set(code, id);
      return code;
    }
    if (size === capacity) grow();
    words[4 * size + 3] = OTHER;
    others.set(key, size);
    texts.set(size, id);
    return size++;
  }

  function grow(): void {
    capacity *= 2;
    words = copied(words, new Int32Array(4 * capacity));
    lengths = copied(lengths, new Uint16Array(capacity));
    slots = new Int32Array(2 * capacity);
    const mask = slots.length - 1;
    for (let code = 1; code < size; code++) {
      const at = 4 * code;
      const count = words[at + 3] ?? OTHER;
      if (count === OTHER) continue;
      let slot = hash(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, count) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
  }

  function codeOfUnits(units: Uint16Array, length: number): number {
    let a = 0;
    let b = 0;
    let c = 0;
    let count = 0;
    let shown = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[at] ?? 0;
      let value = unit - 0x30;
      if (value < 0 || value > 9) {
        if (isPadding(unit)) continue;
        value = narrow(unit) - 0x30;
        if (value < 0 || value > 9) return -1;
      }
      shown++;
      if (count === 0 && value === 0) continue;
      if (count < WORD_DIGITS) a = (a * 10 + value) | 0;
      else if (count < 2 * WORD_DIGITS) b = (b * 10 + value) | 0;
      else c = (c * 10 + value) | 0;
      count++;
    }
    return shown === 0 || count > MOST_DIGITS ? -1 : codeOfWords(a, b, c, count, shown);
  }

  return {
    get size() {
      return size;
    },
    shown(code) {
      const at = 4 * code;
      const count = words[at + 3] ?? OTHER;
      if (count === OTHER) return texts.get(code) ?? '';
      const id = spell(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, count);
      return id.padStart(lengths[code] ?? 0, '0');
    },
    isSpelled(code, units, length) {
      if (length !== lengths[code]) return false;
      for (let at = 0; at < length; at++) if (!isDigit(units[at] ?? 0)) return false;
      return true;
    },
    codeOfUnits,
    codeOf(id) {
      const key = idKey(id);
      if (key.length > MOST_DIGITS || !/^\d+$/.test(key)) return codeOfOther(key, id);
      const count = key === '0' ? 0 : key.length;
      const word = (at: number) => Number(key.slice(at, at + WORD_DIGITS));
      const length = Math.min(id.length, MOST_SHOWN);
      return codeOfWords(word(0), word(WORD_DIGITS), word(2 * WORD_DIGITS), count, length);
    },
    codeOfNumber(value) {
      const count = countDigits(value);
      if (count <= WORD_DIGITS) return codeOfWords(value | 0, 0, 0, count, Math.max(1, count));
      const scale = POWERS[count - WORD_DIGITS] ?? 1;
      const head = Math.floor(value / scale);
      return codeOfWords(head | 0, (value - head * scale) | 0, 0, count, count);
    },
    codeOfLossy(id) {
      const code = codeOfOther(`\u0000${id}`, id);
      lossy.add(code);
      return code;
    },
    isLossy: (code) => lossy.has(code),
    hasLossy: () => lossy.size > 0,
  };
}

function hash(a: number, b: number, c: number, count: number): number {
  let mixed = Math.imul(a ^ Math.imul(count, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ b, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ c, 0x27d4eb2f);
  return mixed ^ (mixed >>> 16);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function countDigits(value: number): number {
  let count = 0;
  while (value >= (POWERS[count] ?? Infinity)) count++;
  return count;
}

function spell(a: number, b: number, c: number, count: number): string {
  if (count === 0) return '';
  let id = String(a);
  if (count > WORD_DIGITS)
    id += String(b).padStart(Math.min(count, 2 * WORD_DIGITS) - WORD_DIGITS, '0');
  return count > 2 * WORD_DIGITS ? id + String(c).padStart(count - 2 * WORD_DIGITS, '0') : id;
}

function copied<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
