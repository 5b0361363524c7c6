import { Byte } from './xmlBytes';
import { INCOMPLETE } from './xmlMarkup';

// Plain constants: read through another module they would be looked up for every byte.
const { greaterThan, lessThan, slash, space } = Byte;
const LOWER_F = 0x66;

/** The position after the `<f …>…</f>` or `<f …/>` at `at`, or INCOMPLETE. */
export function skipFormula(bytes: Uint8Array, at: number, prefix: number): number {
  let p = at + 2 + prefix;
  let byte = bytes[p] ?? 0;
  if (byte !== greaterThan && byte !== space && byte !== slash) return INCOMPLETE;
  while (byte !== greaterThan) {
    // A quote could hide a `>`: no program writes one here, and the other path copes.
    if (byte === 0 || byte === lessThan) return INCOMPLETE;
    byte = bytes[++p] ?? 0;
  }
  if (bytes[p - 1] === slash) return p + 1;
  while (byte !== lessThan) {
    if (byte === 0) return INCOMPLETE;
    byte = bytes[++p] ?? 0;
  }
  if (bytes[p + 1] !== slash || bytes[p + 2 + prefix] !== LOWER_F) return INCOMPLETE;
  return bytes[p + 3 + prefix] === greaterThan ? p + 4 + prefix : INCOMPLETE;
}
