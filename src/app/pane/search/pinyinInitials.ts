import { LEVEL_TWO_INITIALS } from './levelTwoInitials';

/**
 * Pinyin initials of a name, as people type them to find it: `王小明` is `wxm`. Other letters and
 * digits stay; what has no reading is left out. A surname that is read otherwise than the character
 * usually is gives a second spelling.
 */
export function pinyinInitials(name: string): readonly string[] {
  const table = initialsTable();
  const letters = Array.from(name.toLowerCase(), (char) => {
    return table.get(char) ?? (/[a-z0-9]/.test(char) ? char : '');
  });
  const usual = letters.join('');
  const surname = SURNAME_READINGS[name.charAt(0)];
  return surname === undefined || letters[0] === surname
    ? [usual]
    : [usual, surname + letters.slice(1).join('')];
}

/** Surnames whose reading begins with another letter than the character's usual one. */
const SURNAME_READINGS: Readonly<Record<string, string>> = {
  单: 's',
  仇: 'q',
  解: 'x',
  查: 'z',
  盖: 'g',
  区: 'o',
  乐: 'y',
  尉: 'y',
  曾: 'z',
  翟: 'z',
  朴: 'p',
  覃: 'q',
  缪: 'm',
  晟: 's',
  折: 's',
  种: 'c',
  秘: 'b',
  繁: 'p',
  员: 'y',
  洗: 'x',
  谌: 'c',
  郗: 'x',
  宓: 'm',
};

/**
 * Where each initial begins among the 3,755 common characters of GB 2312, which stand there in the
 * order of their pinyin.
 */
const LEVEL_ONE_STARTS: readonly (readonly [from: number, initial: string])[] = [
  [0xb0a1, 'a'],
  [0xb0c5, 'b'],
  [0xb2c1, 'c'],
  [0xb4ee, 'd'],
  [0xb6ea, 'e'],
  [0xb7a2, 'f'],
  [0xb8c1, 'g'],
  [0xb9fe, 'h'],
  [0xbbf7, 'j'],
  [0xbfa6, 'k'],
  [0xc0ac, 'l'],
  [0xc2e8, 'm'],
  [0xc4c3, 'n'],
  [0xc5b6, 'o'],
  [0xc5be, 'p'],
  [0xc6da, 'q'],
  [0xc8bb, 'r'],
  [0xc8f6, 's'],
  [0xcbfa, 't'],
  [0xcdda, 'w'],
  [0xcef4, 'x'],
  [0xd1b9, 'y'],
  [0xd4d1, 'z'],
];

let built: ReadonlyMap<string, string> | undefined;

/** By character; built from the platform's own decoder when first asked. */
function initialsTable(): ReadonlyMap<string, string> {
  if (built !== undefined) return built;
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, string>();
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      const initial =
        high < 0xd8
          ? levelOneInitial(high * 256 + low)
          : LEVEL_TWO_INITIALS[high - 0xd8]?.charAt(low - 0xa1);
      if (initial) table.set(char, initial);
    }
  }
  built = table;
  return table;
}

function levelOneInitial(code: number): string {
  let found = '';
  for (const [from, initial] of LEVEL_ONE_STARTS) {
    if (code >= from) found = initial;
  }
  return found;
}
