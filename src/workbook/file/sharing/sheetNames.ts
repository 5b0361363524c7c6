import type { FindSecrets } from './findSecrets';
import { maskText } from './maskText';

/** How sheets are called in the copy: a name may hold a number as well. */
export interface SheetNames {
  newName(name: string): string;
  /** A formula with its references brought to the new names. */
  rename(formula: string): string;
}

/** `*` cannot stand in a sheet's name: X masks there, and in formulas needs no more quotes. */
export function planSheetNames(names: readonly string[], find: FindSecrets): SheetNames {
  const changed = new Map<string, string>();
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (const name of names) {
    const masked = maskText(name, find(name, 'text'), 'X');
    if (masked === name) continue;
    let free = masked;
    for (let n = 2; taken.has(free.toLowerCase()); n++)
      free = `${masked.slice(0, 26)} (${String(n)})`;
    taken.add(free.toLowerCase());
    changed.set(name, free);
  }
  const quoted = (name: string) => name.replaceAll("'", "''");
  return {
    newName: (name) => changed.get(name) ?? name,
    rename(formula) {
      let result = formula;
      for (const [old, name] of changed) {
        result = result
          .replaceAll(`'${quoted(old)}'!`, () => `'${quoted(name)}'!`)
          .replaceAll(`${old}!`, () => `'${quoted(name)}'!`);
      }
      return result;
    },
  };
}
