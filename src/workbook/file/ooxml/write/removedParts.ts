import { relationshipsPathOf } from '../partPath';
import { parseRelationships } from '../relationships';
import { pathKey } from './packageEdits';
import type { WorkbookParts } from './workbookParts';

/**
 * The parts that only `sheetPaths` lead to, those and their relationships parts included, as the
 * package spells them. A part that another one refers to stays.
 */
export async function findRemovedParts(
  parts: WorkbookParts,
  sheetPaths: readonly string[],
): Promise<Set<string>> {
  const removed = new Set<string>();
  if (sheetPaths.length === 0) return removed;
  const targets = await readTargets(parts);
  const cut = new Set(sheetPaths.map(pathKey));
  const before = reachable(targets, new Set());
  const after = reachable(targets, cut);
  for (const name of parts.names) {
    const key = pathKey(name);
    if (before.has(key) && !after.has(key)) {
      removed.add(name);
      const relationships = parts.find(relationshipsPathOf(name));
      if (relationships !== undefined) removed.add(relationships);
    }
  }
  return removed;
}

/** By part (the empty text for the package), the parts it refers to. */
async function readTargets(parts: WorkbookParts): Promise<Map<string, string[]>> {
  const targets = new Map<string, string[]>();
  for (const name of ['', ...parts.names]) {
    const path = parts.find(relationshipsPathOf(name));
    if (path === undefined) continue;
    const items = parseRelationships(await parts.readXml(path), name, path);
    targets.set(
      pathKey(name),
      items.map((item) => pathKey(item.target)),
    );
  }
  return targets;
}

function reachable(
  targets: ReadonlyMap<string, readonly string[]>,
  cut: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>(['']);
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const target of targets.get(part) ?? []) {
      if (found.has(target) || cut.has(target)) continue;
      found.add(target);
      waiting.push(target);
    }
  }
  return found;
}
