const RADIX_BITS = 16;
const RADIX = 1 << RADIX_BITS;
/** Below this many a comparing sort is as fast. */
const FEW = 512;

/**
 * `members` (indexes into `amount`) by falling amount, those with equal amounts by `compareTies`.
 * Many are sorted by the bits of their amounts: comparing them would take five times as long.
 */
export function orderByAmount(
  members: Uint32Array,
  amount: Float64Array,
  compareTies: (a: number, b: number) => number,
): Uint32Array {
  if (members.length < FEW) {
    return members.slice().sort((a, b) => (amount[b] ?? 0) - (amount[a] ?? 0) || compareTies(a, b));
  }
  const order = sortByBits(members, amount);
  sortTies(order, amount, compareTies);
  return order;
}

/** Least significant digit first: four passes of 16 bits, each of which keeps the order of equals. */
function sortByBits(members: Uint32Array, amount: Float64Array): Uint32Array {
  const { high, low } = fallingKeys(members, amount);
  let from = new Uint32Array(members.length);
  let to = new Uint32Array(members.length);
  for (let i = 0; i < from.length; i++) from[i] = i;
  const starts = new Uint32Array(RADIX);
  for (const { keys, shift } of [
    { keys: low, shift: 0 },
    { keys: low, shift: RADIX_BITS },
    { keys: high, shift: 0 },
    { keys: high, shift: RADIX_BITS },
  ]) {
    pass(keys, shift, from, to, starts);
    [from, to] = [to, from];
  }
  for (let i = 0; i < from.length; i++) to[i] = members[from[i] ?? 0] ?? 0;
  return to;
}

/** The amounts' bits, changed so that they rise as unsigned numbers where the amounts fall. */
function fallingKeys(
  members: Uint32Array,
  amount: Float64Array,
): { readonly high: Uint32Array; readonly low: Uint32Array } {
  const high = new Uint32Array(members.length);
  const low = new Uint32Array(members.length);
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  double[0] = -1;
  const highWord = words[1] === 0 ? 0 : 1;
  for (let i = 0; i < members.length; i++) {
    // Adding 0 makes 0 of −0.
    double[0] = (amount[members[i] ?? 0] ?? 0) + 0;
    const upper = words[highWord] ?? 0;
    const lower = words[1 - highWord] ?? 0;
    const isNegative = upper >>> 31 === 1;
    high[i] = isNegative ? upper : upper ^ 0x7fffffff;
    low[i] = isNegative ? lower : ~lower;
  }
  return { high, low };
}

function pass(
  keys: Uint32Array,
  shift: number,
  from: Uint32Array,
  to: Uint32Array,
  starts: Uint32Array,
): void {
  starts.fill(0);
  for (let i = 0; i < keys.length; i++) {
    const digit = ((keys[i] ?? 0) >>> shift) & (RADIX - 1);
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < RADIX; digit++) {
    const count = starts[digit] ?? 0;
    starts[digit] = start;
    start += count;
  }
  for (let i = 0; i < from.length; i++) {
    const member = from[i] ?? 0;
    const digit = ((keys[member] ?? 0) >>> shift) & (RADIX - 1);
    const at = starts[digit] ?? 0;
    to[at] = member;
    starts[digit] = at + 1;
  }
}

function sortTies(
  order: Uint32Array,
  amount: Float64Array,
  compareTies: (a: number, b: number) => number,
): void {
  for (let start = 0; start < order.length;) {
    const value = amount[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && amount[order[end] ?? 0] === value) end++;
    if (end - start > 1) order.subarray(start, end).sort(compareTies);
    start = end;
  }
}
