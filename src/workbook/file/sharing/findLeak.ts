import { decodeEntities } from '../ooxml/decodeEntities';
import type { SecretKind } from '../../workbook';

/** Whether a text holds a known number in full. */
export type FindLeak = (text: string) => boolean;

/** Digits in groups, as people write long numbers; a fraction is none. */
const GROUPS = /(?<![\d*]\.)\d+X?(?:[\s\p{Pd}\p{Cf}()_]{1,3}\d+X?)*/giu;
const SEPARATORS = /[^\dX]+/i;
/** Shorter numbers are also amounts, dates, ids: they are looked for in their own columns alone. */
const SHORTEST = 11;
const LONGEST = 40;
/** From so many digits on, a number within a longer one is no coincidence. */
const CERTAIN = 15;
const OTHER_DIGITS = /[\uff10-\uff19]|\ud835/;

/**
 * A search that shares nothing with the masking but the list of the numbers: whole groups of
 * digits, and long numbers anywhere within them.
 */
export function createLeakFinder(secrets: ReadonlyMap<string, SecretKind>): FindLeak {
  const keys = [...secrets.keys()].filter((key) => /^\d{10,39}[\dX]$/.test(key));
  const known = new Set(keys);
  const lengths = [...new Set(keys.map((key) => key.length))].filter((n) => n >= CERTAIN);

  function isKnown(digits: string): boolean {
    return known.has(digits.replace(/^0+/, ''));
  }

  function isLeak(groups: readonly string[]): boolean {
    return groups.some((_, first) => {
      let number = '';
      for (const group of groups.slice(first)) {
        number += group;
        if (number.length >= SHORTEST && isKnown(number)) return true;
        if (number.length > LONGEST) break;
      }
      return false;
    });
  }

  function isWithin(digits: string): boolean {
    return lengths.some((length) => {
      for (let at = 0; at + length <= digits.length; at++) {
        if (known.has(digits.slice(at, at + length))) return true;
      }
      return false;
    });
  }

  return (text) => {
    const decoded = text.includes('&#') ? decodeEntities(text) : text;
    const plain = OTHER_DIGITS.test(decoded) ? decoded.normalize('NFKC') : decoded;
    for (const [run] of plain.matchAll(GROUPS)) {
      if (run.length < SHORTEST) continue;
      const groups = run.toUpperCase().split(SEPARATORS);
      if (isLeak(groups) || groups.some((group) => group.length >= CERTAIN && isWithin(group))) {
        return true;
      }
    }
    return false;
  };
}
