import type { Analysis, Manager } from '../analysis';
import { idKey } from '../cleaning/cleanText';
import { parseManagers } from '../ownership/parseManagers';

/** Who speaks and who looked after the customers before, as the user named them. */
export interface People {
  /** The new manager's name; undefined where none was given. */
  readonly me: string | undefined;
  /** Names of the predecessors, those of them that the ledger knows with their index. */
  readonly predecessors: readonly { readonly name: string; readonly manager: number }[];
}

/**
 * Names from the settings: `张三(01234)` and `01234-张三` are 张三, a code alone is the name that the
 * ledger has for it. An assumed owner of the book is nobody's predecessor yet.
 */
export function findPeople({ settings, managers }: Analysis): People {
  const predecessors = settings.predecessors.flatMap((text) => {
    const name = findName(text, managers);
    if (name === undefined) return [];
    return [{ name, manager: managers.findIndex((manager) => isMeant(manager, text)) }];
  });
  return { me: findName(settings.me ?? '', managers), predecessors };
}

/** The predecessor who has a part of this customer, else the first one named. */
export function findPredecessor(
  { customers }: Analysis,
  customer: number,
  { predecessors }: People,
): string | undefined {
  const from = customers.partStart[customer] ?? 0;
  const to = customers.partStart[customer + 1] ?? from;
  const holders = customers.partManager.subarray(from, to);
  const holder = predecessors.find(({ manager }) => manager >= 0 && holders.includes(manager));
  return (holder ?? predecessors[0])?.name;
}

function findName(text: string, managers: readonly Manager[]): string | undefined {
  const stated = parseManagers(text)[0]?.name ?? '';
  const known = managers.find((manager) => isMeant(manager, text))?.name ?? '';
  return stated || known || undefined;
}

function isMeant({ name, code }: Manager, text: string): boolean {
  const wanted = parseManagers(text)[0];
  if (wanted === undefined) return false;
  if (wanted.code !== '' && code !== '') {
    return idKey(wanted.code.toUpperCase()) === idKey(code.toUpperCase());
  }
  return wanted.name !== '' && wanted.name === name;
}
