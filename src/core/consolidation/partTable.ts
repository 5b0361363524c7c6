/** Managers' parts of customers while they grow: typed arrays, for there is one part per customer at least. */
export interface PartTable {
  count: number;
  manager: Int32Array;
  accounts: Int32Array;
  balanceFen: Float64Array;
  dailyAverageFen: Float64Array;
}

export function createPartTable(expected: number): PartTable {
  const capacity = Math.max(16, expected);
  return {
    count: 0,
    manager: new Int32Array(capacity),
    accounts: new Int32Array(capacity),
    balanceFen: new Float64Array(capacity),
    dailyAverageFen: new Float64Array(capacity),
  };
}

/** Adds amounts to the manager's part among those from `first` on, a new one where he has none. */
export function addPart(
  parts: PartTable,
  first: number,
  manager: number,
  balanceFen: number,
  dailyAverageFen: number,
): void {
  let part = first;
  while (part < parts.count && parts.manager[part] !== manager) part++;
  if (part === parts.count) {
    if (part === parts.manager.length) grow(parts);
    parts.manager[part] = manager;
    parts.count++;
  }
  parts.balanceFen[part] = (parts.balanceFen[part] ?? 0) + balanceFen;
  parts.dailyAverageFen[part] = (parts.dailyAverageFen[part] ?? 0) + dailyAverageFen;
}

function grow(parts: PartTable): void {
  const larger = createPartTable(2 * parts.manager.length);
  larger.manager.set(parts.manager);
  larger.accounts.set(parts.accounts);
  larger.balanceFen.set(parts.balanceFen);
  larger.dailyAverageFen.set(parts.dailyAverageFen);
  Object.assign(parts, { ...larger, count: parts.count });
}
