import type { NameSource } from '../analysis';

export interface ResolvedName {
  readonly name: string;
  readonly source: NameSource;
}

/**
 * The customer's name from the ledger's and the customer lists' names (distinct, cleaned, without
 * blanks), with where it comes from (SPEC 4).
 */
export function resolveName(
  ledgerNames: readonly string[],
  listNames: readonly string[],
): ResolvedName {
  // Most customers have one name, and the list the same one or none.
  const only = ledgerNames[0] ?? '';
  const listed = listNames[0] ?? only;
  if (ledgerNames.length === 1 && listNames.length < 2 && isFullName(listed)) {
    if (listed === only) return { name: only, source: 'ledger' };
    if (hidesCharacters(listed, only)) return { name: listed, source: 'list' };
  }
  const full = ledgerNames.filter(isFullName);
  const masks = ledgerNames.filter((name) => !isFullName(name));
  const listFull = listNames.filter(isFullName);
  const listMasks = listNames.filter((name) => !isFullName(name));
  const fromList = listFull[0];
  const own = full[0];
  if (own === undefined) {
    if (fromList !== undefined) {
      const fits =
        listFull.length === 1 && [...masks, ...listMasks].every((mask) => fitsMask(fromList, mask));
      return { name: fromList, source: fits ? 'list' : 'conflict' };
    }
    const mask = masks[0] ?? listMasks[0];
    return mask === undefined ? { name: '', source: 'missing' } : { name: mask, source: 'masked' };
  }
  if (full.length > 1 || masks.some((mask) => !fitsMask(own, mask))) {
    return { name: fromList ?? own, source: 'conflict' };
  }
  const agrees =
    listFull.every((name) => name === own) && listMasks.every((mask) => fitsMask(own, mask));
  return { name: own, source: agrees ? 'ledger' : 'conflict' };
}

/** True for the plainest mask of a name: some characters replaced one by one. */
function hidesCharacters(name: string, mask: string): boolean {
  if (name.length !== mask.length || isFullName(mask)) return false;
  for (let i = 0; i < mask.length; i++) {
    const char = mask.charAt(i);
    if (char !== '*' && char !== '某' && char !== name.charAt(i)) return false;
  }
  return true;
}

/** A name without mask characters. */
function isFullName(name: string): boolean {
  return name !== '' && !name.includes('*') && !name.includes('某');
}

/** True where the names, full or masked, can be one person's. */
export function areOneName(names: readonly string[]): boolean {
  const [full, ...others] = names.filter(isFullName);
  if (full === undefined) return true;
  return others.length === 0 && names.every((name) => isFullName(name) || fitsMask(full, name));
}

/** True if the name can be what the mask hides: each `*` or 某 is one or more characters. */
export function fitsMask(name: string, mask: string): boolean {
  const literals = mask.split(/[*某]+/);
  const hidden = (mask.match(/[*某]+/g) ?? []).map((run) => run.length);
  const prefix = literals[0] ?? '';
  if (!name.startsWith(prefix)) return false;
  if (hidden.length === 0) return name === mask;
  let position = prefix.length;
  for (let i = 0; i < hidden.length; i++) {
    const from = position + (hidden[i] ?? 1);
    const literal = literals[i + 1] ?? '';
    if (i === hidden.length - 1) {
      return name.length - literal.length >= from && name.endsWith(literal);
    }
    const found = name.indexOf(literal, from);
    if (found < 0) return false;
    position = found + literal.length;
  }
  return false;
}
