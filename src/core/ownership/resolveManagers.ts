import { idKey } from '../cleaning/cleanText';
import { parseManagers, type NamedManager } from './parseManagers';

/** A manager of the ledger; name or code may be empty, not both. */
export interface KnownManager {
  readonly name: string;
  readonly code: string;
}

export interface ManagerShare {
  /** Index into {@link ManagerDirectory.managers}. */
  readonly manager: number;
  readonly share: number | undefined;
}

export interface ManagerDirectory {
  readonly managers: readonly KnownManager[];
  /** By cell as given; a manager named twice in a cell appears once. */
  readonly cells: readonly (readonly ManagerShare[])[];
  /** Names that belong to several codes. */
  readonly ambiguousNames: readonly string[];
  /** The managers meant by a name, a code or both, as a user types it. */
  find(text: string): number[];
}

/**
 * Who the managers are: two are the same if their codes agree, or, where either has none, their
 * names (SPEC 2, Managers).
 */
export function resolveManagers(cells: readonly (readonly NamedManager[])[]): ManagerDirectory {
  const managers: { name: string; code: string }[] = [];
  const byCode = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const remember = (name: string, index: number) => {
    if (name === '') return;
    const known = byName.get(name);
    if (!known) byName.set(name, [index]);
    else if (!known.includes(index)) known.push(index);
  };
  const named = cells.flat();
  for (const { name, code } of named) {
    if (code === '') continue;
    const key = idKey(code.toUpperCase());
    let index = byCode.get(key);
    if (index === undefined) {
      index = managers.push({ name, code }) - 1;
      byCode.set(key, index);
    }
    const manager = managers[index];
    if (manager?.name === '') manager.name = name;
    remember(name, index);
  }
  const ambiguousNames = [...byName].filter(([, list]) => list.length > 1).map(([name]) => name);
  for (const { name, code } of named) {
    if (code !== '' || name === '') continue;
    const known = byName.get(name);
    if (!known) remember(name, managers.push({ name, code: '' }) - 1);
  }
  const indexOf = ({ name, code }: NamedManager) =>
    (code === '' ? byName.get(name)?.[0] : byCode.get(idKey(code.toUpperCase()))) ?? -1;
  return {
    managers,
    ambiguousNames,
    cells: cells.map((cell) =>
      mergeSame(cell.map((m) => ({ manager: indexOf(m), share: m.share }))),
    ),
    find: (text) =>
      parseManagers(text).flatMap((wanted) => {
        const code = byCode.get(idKey(wanted.code.toUpperCase()));
        return wanted.code !== '' && code !== undefined ? [code] : (byName.get(wanted.name) ?? []);
      }),
  };
}

function mergeSame(shares: ManagerShare[]): ManagerShare[] {
  if (shares.length < 2) return shares;
  const merged = new Map<number, number | undefined>();
  for (const { manager, share } of shares) {
    const before = merged.get(manager);
    merged.set(manager, before === undefined ? share : before + (share ?? 0));
  }
  return [...merged].map(([manager, share]) => ({ manager, share }));
}
