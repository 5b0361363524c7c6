import type { SecretKind } from '../../workbook';
import type { Secret } from './secret';

/** Leading and last characters that stay readable (SPEC 10); short numbers show half at most. */
const SHOWN: Readonly<Record<SecretKind, readonly [first: number, last: number]>> = {
  phone: [3, 4],
  idNo: [1, 1],
  accountNo: [0, 4],
};

/**
 * The text with its secrets masked by `mask`, one for each unit, so that all else keeps its place;
 * what separates the digits stays.
 */
export function maskText(text: string, secrets: readonly Secret[], mask = '*'): string {
  if (secrets.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { kind, starts, ends } of secrets) {
    const [first, last] = shownOf(kind, starts.length);
    for (let i = first; i < starts.length - last; i++) {
      const start = starts[i] ?? 0;
      const end = ends[i] ?? 0;
      result += text.slice(done, start) + mask.repeat(end - start);
      done = end;
    }
  }
  return result + text.slice(done);
}

/** The text without the secrets of a kind. */
export function removeSecrets(text: string, secrets: readonly Secret[], kind: SecretKind): string {
  let result = '';
  let done = 0;
  for (const secret of secrets) {
    if (secret.kind !== kind) continue;
    result += text.slice(done, secret.starts[0]);
    done = secret.ends.at(-1) ?? done;
  }
  return result + text.slice(done);
}

function shownOf(kind: SecretKind, length: number): readonly [first: number, last: number] {
  const [first, last] = SHOWN[kind];
  const half = Math.floor(length / 2);
  // Three digits hidden at least: of 11 a phone number shows seven.
  if (first + last <= Math.max(half, length - 4) || first + last <= half) return [first, last];
  return [0, Math.min(last, half)];
}
