import { matchPattern } from './numberPatterns';
import type { SecretKind } from '../../workbook';
import { isSecret, secretKey, type Scope, type Secret } from './secret';
import { Joint, significantChars, type SignificantChars } from './significantChars';

/** What a workbook is known to hold. */
export interface KnownNumbers {
  /** Secrets by their {@link secretKey}. */
  readonly secrets: ReadonlyMap<string, SecretKind>;
  /** Keys of customer ids that are no secret: they stay readable whatever they look like. */
  readonly readable: ReadonlySet<string>;
}

export type FindSecrets = (text: string, scope: Scope) => Secret[];

const MAX_LENGTH = 40;
/** From so many digits on, a known number is found however it is written: no amount is so long. */
const LONG = 11;
/** From so many digits on, a known number within a longer one is no coincidence. */
const CERTAIN = 15;
/** Known numbers shorter than this are hidden in their own columns alone. */
const SHORTEST = 6;
/** Digits of a number in a text that has gone through exponent form. */
const EXPONENT = /\d[.．]\d{9,}[eE]\+?1\d(?!\d)/g;
const COUNTRY_CODE = /^(?:0|0{0,2}86)(?=1[3-9]\d{9}$)/;
const COLUMN_DIGITS = { phone: 7, idNo: 5, accountNo: 5 } as const;

/**
 * A finder of what must be hidden in a text, in order and without overlaps: known numbers however
 * they are spaced or padded with zeros, and what looks like a mobile, document or card number.
 */
export function createSecretFinder(known: KnownNumbers): FindSecrets {
  const keys = [...known.secrets.keys()];
  const firstLetters = new Set(keys.map((key) => key[0] ?? ''));
  const lengths = [...new Set(keys.filter(isLongNumber).map(({ length }) => length))];
  lengths.sort((a, b) => b - a);

  return (text, scope) => {
    const chars = significantChars(text);
    if (chars === undefined) return [];
    const whole = scope === 'customerId' ? findWhole(chars, known) : [];
    if (whole.length > 0) return whole;
    const found = scope === 'customerId' ? [] : findMantissas(text, chars);
    for (let at = 0; at < chars.text.length;) {
      const secret =
        (startsNumber(chars, at) && isStart(chars, at, firstLetters)
          ? findAt(chars, at, scope, known)
          : undefined) ?? findWithin(chars, at, scope, known, lengths);
      if (secret === undefined) at++;
      else {
        found.push(secret.secret);
        at = secret.next;
      }
    }
    const clear = withoutOverlaps(found);
    return !isSecret(scope) || text.includes('*')
      ? clear
      : [...clear, ...findRest(chars, clear, scope)];
  };
}

function isLongNumber(key: string): boolean {
  return key.length >= LONG && key.length <= MAX_LENGTH && /^\d+$/.test(key);
}

/** Within a run of digits nothing begins but what is known. */
function startsNumber({ joints }: SignificantChars, at: number): boolean {
  return joints[at] !== Joint.none;
}

function isStart(
  { text }: SignificantChars,
  at: number,
  firstLetters: ReadonlySet<string>,
): boolean {
  const char = text[at] ?? '';
  return char <= '9' || firstLetters.has(char);
}

/** A customer id is hidden where the whole of it is a known secret (an id that is an account). */
function findWhole(chars: SignificantChars, known: KnownNumbers): Secret[] {
  const kind = known.secrets.get(secretKey(chars.text));
  return kind === undefined ? [] : [secretOf(chars, 0, chars.text.length, kind)];
}

function findAt(
  chars: SignificantChars,
  from: number,
  scope: Scope,
  known: KnownNumbers,
): { readonly secret: Secret; readonly next: number } | undefined {
  const { text, joints } = chars;
  let best: { readonly secret: Secret; readonly next: number } | undefined;
  let widest: number = Joint.none;
  const groups: number[] = [0];
  for (let to = from; to < text.length && to - from < MAX_LENGTH; to++) {
    const joint = to === from ? Joint.none : (joints[to] ?? Joint.hard);
    if (joint === Joint.hard) break;
    if (joint > Joint.tight) groups.push(0);
    groups[groups.length - 1] = (groups.at(-1) ?? 0) + 1;
    widest = Math.max(widest, joint);
    if (joints[to + 1] === Joint.none) continue;
    const part = { chars, from, to: to + 1, widest, groups: groups.join('-') };
    const kind = judge(part, scope, known);
    if (kind !== undefined) best = { secret: kind, next: to + 1 };
  }
  return best;
}

/** A known number with other digits before or behind it: a date, a branch. */
function findWithin(
  chars: SignificantChars,
  at: number,
  scope: Scope,
  known: KnownNumbers,
  lengths: readonly number[],
): { readonly secret: Secret; readonly next: number } | undefined {
  const shortest = scope === 'figure' || scope === 'customerId' ? CERTAIN : LONG;
  let end = at + 1;
  while (end - at < MAX_LENGTH && chars.joints[end] === Joint.none) end++;
  for (const length of lengths) {
    if (length < shortest) break;
    if (length > end - at) continue;
    const kind = known.secrets.get(chars.text.slice(at, at + length));
    if (kind !== undefined)
      return { secret: secretOf(chars, at, at + length, kind), next: at + length };
  }
  return undefined;
}

interface Part {
  readonly chars: SignificantChars;
  readonly from: number;
  readonly to: number;
  /** The farthest joint within. */
  readonly widest: number;
  readonly groups: string;
}

function judge(part: Part, scope: Scope, known: KnownNumbers): Secret | undefined {
  const { chars, from, to } = part;
  if (to - from < SHORTEST) return undefined;
  const value = chars.text.slice(from, to);
  const kind = known.secrets.get(secretKey(value));
  if (kind !== undefined && isKnown(part, value, scope)) return secretOf(chars, from, to, kind);
  if (scope === 'customerId') return undefined;

  const code = COUNTRY_CODE.exec(value)?.[0].length ?? 0;
  const number = value.slice(code);
  if (code > 0) {
    const own = known.secrets.get(number);
    if (own !== undefined) return secretOf(chars, from + code, to, own);
  }
  if (scope === 'figure' && number.length < 15) return undefined;
  if (part.widest > Joint.soft ? !isDotted(part) : isDecimal(part) && !isListed(part)) {
    return undefined;
  }
  if (!/^\d+X?$/.test(number) || known.readable.has(secretKey(number))) return undefined;
  const groups = code === 0 ? part.groups : groupsWithout(part.groups, code);
  const pattern = matchPattern(number, groups);
  return pattern === undefined ? undefined : secretOf(chars, from + code, to, pattern);
}

/** Short numbers are also amounts and dates: they must stand alone, and not look like either. */
function isKnown(part: Part, value: string, scope: Scope): boolean {
  const key = secretKey(value);
  if (key.length >= LONG) return true;
  if (scope === 'figure' || scope === 'customerId' || key.length < SHORTEST) return false;
  if (part.widest > Joint.soft || isDecimal(part)) return false;
  return !/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(value);
}

/** The number goes on before or behind a dot, as an amount does; `.0` is an export's. */
function isDecimal({ chars: { text, joints }, from, to }: Part): boolean {
  const digitAt = (at: number): boolean => (text[at] ?? '') >= '0' && (text[at] ?? '') <= '9';
  if (from > 0 && joints[from] === Joint.point && digitAt(from - 1))
    return joints[from - 1] !== Joint.point;
  if (joints[to] !== Joint.point || !digitAt(to)) return false;
  return !(text[to] === '0' && joints[to + 1] !== Joint.none);
}

/** 2.13812345678: a mobile number in a list. */
function isListed({ chars: { text, joints }, from, to }: Part): boolean {
  const isShort = [from - 1, from - 2].some((at) => at === 0 || (joints[at] ?? 0) > Joint.none);
  return (
    to - from === 11 && joints[from] === Joint.point && isShort && /\d/.test(text[from - 1] ?? '')
  );
}

/** 138.1234.5678 */
function isDotted({ groups, widest }: Part): boolean {
  return widest === Joint.point && groups === '3-4-4';
}

function groupsWithout(groups: string, code: number): string {
  const [first = '', ...rest] = groups.split('-');
  const left = Number(first) - code;
  return [...(left > 0 ? [String(left)] : []), ...rest].join('-');
}

/** 6.22202123456789E+18: what Excel makes of an account number. */
function findMantissas(text: string, chars: SignificantChars): Secret[] {
  if (!/[eE]/.test(text)) return [];
  return [...text.matchAll(EXPONENT)].map((match) => {
    const end = match.index + match[0].search(/[eE]/);
    const from = chars.starts.findIndex((start) => start >= match.index);
    const to = chars.starts.findIndex((start) => start >= end);
    return secretOf(chars, from, to, 'accountNo');
  });
}

function withoutOverlaps(found: readonly Secret[]): Secret[] {
  const clear: Secret[] = [];
  for (const secret of [...found].sort((a, b) => (a.starts[0] ?? 0) - (b.starts[0] ?? 0))) {
    if ((secret.starts[0] ?? 0) >= (clear.at(-1)?.ends.at(-1) ?? 0)) clear.push(secret);
  }
  return clear;
}

/** What else stands in a column of such numbers: every run of digits long enough to be one. */
function findRest(chars: SignificantChars, taken: readonly Secret[], kind: SecretKind): Secret[] {
  const isTaken = new Set(taken.flatMap(({ starts }) => starts));
  const found: Secret[] = [];
  const limit = kind === 'phone' ? Joint.soft : Joint.mark;
  for (let from = 0; from < chars.text.length;) {
    let to = from;
    do to++;
    while (to < chars.text.length && (chars.joints[to] ?? 0) <= limit && joined(to));
    const digits = chars.text.slice(from, to).replace(/\D/g, '').length;
    if (digits >= COLUMN_DIGITS[kind] && !isTaken.has(chars.starts[from] ?? -1)) {
      found.push(secretOf(chars, from, to, kind));
    }
    from = to;
  }
  return found;

  function joined(at: number): boolean {
    return isTaken.has(chars.starts[at] ?? -1) === isTaken.has(chars.starts[at - 1] ?? -1);
  }
}

function secretOf(chars: SignificantChars, from: number, to: number, kind: SecretKind): Secret {
  return {
    kind,
    value: chars.text.slice(from, to),
    starts: chars.starts.slice(from, to),
    ends: chars.ends.slice(from, to),
  };
}
