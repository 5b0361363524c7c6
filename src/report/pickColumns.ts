import { NO_DAY } from '../core';

/** Amounts in yuan, in the given order of indexes. */
export function pickYuan(order: Uint32Array, fen: ArrayLike<number>): Float64Array {
  const yuan = pickNumbers(order, fen);
  for (let index = 0; index < yuan.length; index++) yuan[index] = (yuan[index] ?? 0) / 100;
  return yuan;
}

export function pickNumbers(order: Uint32Array, values: ArrayLike<number>): Float64Array {
  // A plain loop: `Float64Array.from` goes through an iterator, five times as slow.
  const picked = new Float64Array(order.length);
  for (let index = 0; index < order.length; index++) {
    picked[index] = values[order[index] ?? 0] ?? 0;
  }
  return picked;
}

/** Serials; NaN, an empty cell, where there is no day. */
export function pickDays(order: Uint32Array, days: ArrayLike<number>): Float64Array {
  const picked = pickNumbers(order, days);
  for (let index = 0; index < picked.length; index++) {
    if (picked[index] === NO_DAY) picked[index] = NaN;
  }
  return picked;
}

export function emptyNumbers(count: number): Float64Array {
  return new Float64Array(count).fill(NaN);
}
