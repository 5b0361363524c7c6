import { mixCodes } from './cellCodes';

/** Codes of a table's cells, column by column, one entry per row; made when asked, not kept. */
export interface CodedRows {
  readonly rowCount: number;
  readonly columnCount: number;
  column(index: number): Float64Array;
}

export interface RowsToMatch {
  /** The copy's rows as the earlier run has cleaned them, and as they were exported. */
  readonly cleaned: CodedRows;
  readonly raw: CodedRows;
  /** 1 where a row was set aside: it is looked for last. */
  readonly setAside: Uint8Array;
  readonly ledger: CodedRows;
  /** Columns by which a row that was changed is found again, the surest first. */
  readonly anchors: readonly number[];
}

/**
 * For each row of the copy, the ledger's row that it has become, or -1. Rows whose cells are all equal
 * are matched first; then, by account or customer, the most similar of those that are left.
 */
export function matchRows(rows: RowsToMatch): Int32Array {
  const { cleaned, raw, setAside, ledger, anchors } = rows;
  const matched = new Int32Array(cleaned.rowCount).fill(-1);
  const taken = new Uint8Array(ledger.rowCount);
  const ledgerRows = indexRows(hashRows(ledger));
  const take = (keys: Float64Array, wanted: 0 | 1) => {
    for (let row = 0; row < matched.length; row++) {
      if ((matched[row] ?? 0) >= 0 || setAside[row] !== wanted) continue;
      const at = ledgerRows.takeFirst(keys[row] ?? 0);
      if (at < 0) continue;
      matched[row] = at;
      taken[at] = 1;
    }
  };
  take(hashRows(cleaned), 0);
  const rest = (): number =>
    matched.reduce((sum, at, row) => sum + Number(at < 0 && setAside[row] === 0), 0);
  const untaken = taken.reduce((sum, flag) => sum + 1 - flag, 0);
  if (untaken === 0) return matched;
  const rawKeys = hashRows(raw);
  take(rawKeys, 0);
  take(rawKeys, 1);
  if (rest() > 0) matchSimilar(rows, matched, taken, anchors);
  return matched;
}

/** One number per row that is equal where all cells are. */
export function hashRows(rows: CodedRows): Float64Array {
  const low = new Int32Array(rows.rowCount);
  const high = new Int32Array(rows.rowCount);
  for (let column = 0; column < rows.columnCount; column++) {
    mixCodes(low, high, rows.column(column));
  }
  return Float64Array.from(low, (word, row) => (word >>> 0) * 2 ** 21 + ((high[row] ?? 0) >>> 11));
}

/** Rows by key, each handed out once, in their order. */
function indexRows(keys: Float64Array): { takeFirst(key: number): number } {
  const first = new Map<number, number>();
  const next = new Int32Array(keys.length).fill(-1);
  for (let row = keys.length - 1; row >= 0; row--) {
    const key = keys[row] ?? 0;
    next[row] = first.get(key) ?? -1;
    first.set(key, row);
  }
  return {
    takeFirst(key) {
      const row = first.get(key) ?? -1;
      if (row >= 0) first.set(key, next[row] ?? -1);
      return row;
    },
  };
}

/** Rows that share an account or a customer and have at least half of their cells in common. */
const SIMILAR_SHARE = 0.5;
/** Of one customer's rows, so many are compared. */
const MOST_COMPARED = 200;

function matchSimilar(
  { cleaned, setAside, ledger }: RowsToMatch,
  matched: Int32Array,
  taken: Uint8Array,
  anchors: readonly number[],
): void {
  const lost = findRows(matched.length, (row) => (matched[row] ?? 0) < 0 && setAside[row] === 0);
  const free = findRows(taken.length, (row) => taken[row] === 0);
  const columns = Array.from({ length: cleaned.columnCount }, (_, column) => {
    const [copyCodes, ledgerCodes] = [cleaned.column(column), ledger.column(column)];
    return {
      lost: Float64Array.from(lost, (row) => copyCodes[row] ?? 0),
      free: Float64Array.from(free, (row) => ledgerCodes[row] ?? 0),
    };
  });
  const likeness = (a: number, b: number): number =>
    columns.reduce((sum, codes) => sum + Number(codes.lost[a] === codes.free[b]), 0);
  for (const anchor of anchors) {
    const codes = columns[anchor];
    if (codes === undefined) continue;
    const groups = new Map<number, number[]>();
    free.forEach((row, at) => {
      if (taken[row] !== 0) return;
      const group = groups.get(codes.free[at] ?? 0) ?? [];
      if (group.push(at) === 1) groups.set(codes.free[at] ?? 0, group);
    });
    lost.forEach((row, at) => {
      if ((matched[row] ?? 0) >= 0) return;
      const group = groups.get(codes.lost[at] ?? 0) ?? [];
      let best = -1;
      let most = SIMILAR_SHARE * columns.length;
      for (const candidate of group.slice(0, MOST_COMPARED)) {
        const equal = likeness(at, candidate);
        if (equal < most || (equal === most && best >= 0)) continue;
        best = candidate;
        most = equal;
      }
      if (best < 0) return;
      const found = free[best] ?? 0;
      matched[row] = found;
      taken[found] = 1;
      group.splice(group.indexOf(best), 1);
    });
  }
}

function findRows(count: number, isWanted: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if (isWanted(row)) rows.push(row);
  return Uint32Array.from(rows);
}
