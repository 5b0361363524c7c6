import type { SecretKind } from '../../workbook';

const MOBILE = /^1[3-9]\d{9}$/;
const DOCUMENT_18 = /^[1-9]\d{16}[\dX]$/;
const BIRTH_18 = /^\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
const DOCUMENT_15 = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const CARD = /^\d{16,19}$/;

/** How people write these numbers in groups. */
const MOBILE_GROUPS = /^(?:11|3-4-4|4-3-4|4-4-3|3-8|7-4|3-3-5)$/;
const DOCUMENT_GROUPS =
  /^(?:18|15|17-1|6-8-4|6-8-3-1|6-4-4-4|6-4-2-2-4|6-6-3|3-3-4-4-4|3-3-4-2-2-4)$/;
const CARD_GROUPS = /^(?:1[6-9]|6-1[0-3]|(?:4-){3,4}[1-4])$/;

/**
 * What kind of secret a number is by its form alone; undefined for any other number. `value` is
 * digits (a document number may end in X), `groups` the lengths of its parts as written: `3-4-4`.
 */
export function matchPattern(value: string, groups: string): SecretKind | undefined {
  if (MOBILE.test(value)) return MOBILE_GROUPS.test(groups) ? 'phone' : undefined;
  if (DOCUMENT_18.test(value) && (BIRTH_18.test(value) || hasChecksum(value))) {
    return DOCUMENT_GROUPS.test(groups) || CARD_GROUPS.test(groups) ? 'idNo' : undefined;
  }
  if (DOCUMENT_15.test(value)) return DOCUMENT_GROUPS.test(groups) ? 'idNo' : undefined;
  if (CARD.test(value)) return CARD_GROUPS.test(groups) ? 'accountNo' : undefined;
  return undefined;
}

/** GB 11643: the last character of an 18-digit document number follows from the others. */
function hasChecksum(value: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(value[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11] === value[17];
}
