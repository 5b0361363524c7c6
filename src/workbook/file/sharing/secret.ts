import type { SecretKind } from '../../workbook';

/**
 * What a cell or text is known to hold, which decides what in it is taken for a secret:
 * `text` anything; `figure` an amount or date, which is never taken for a phone number; `customerId`
 * stays as it is unless it is a known secret as a whole; a kind: a column of such numbers.
 */
export type Scope = 'text' | 'figure' | 'customerId' | SecretKind;

/** A number to hide within a text. */
export interface Secret {
  readonly kind: SecretKind;
  /** Its letters and digits alone, plain ASCII, upper case. */
  readonly value: string;
  /** Where each of these stands in the text: from `starts[i]` to `ends[i]`, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A secret's form for comparing: all-digit ones without leading zeros. */
export function secretKey(value: string): string {
  return /^0+\d/.test(value) && /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value;
}

/** Whether a column of that scope holds numbers to hide. */
export function isSecret(scope: Scope): scope is SecretKind {
  return scope === 'phone' || scope === 'idNo' || scope === 'accountNo';
}
