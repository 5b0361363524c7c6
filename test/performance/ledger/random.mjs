/**
 * A seeded generator of pseudo-random numbers (mulberry32): the same seed gives the same ledger on
 * every machine.
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** Uniform in [0, 1). */
    next,
    /** A whole number in [0, bound). */
    below: (bound) => Math.floor(next() * bound),
    /** One of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** True with the given probability. */
    chance: (probability) => next() < probability,
    /** Standard normal (Box–Muller). */
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** Shuffles a typed array in place (Fisher–Yates). */
export function shuffle(array, random) {
  for (let i = array.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = array[i];
    array[i] = array[j];
    array[j] = kept;
  }
  return array;
}

/** A generator that belongs to one customer, whatever the order of the rows. */
export function randomOf(seed, customer) {
  return createRandom(Math.imul(seed ^ 0x9e3779b9, 2654435761) ^ Math.imul(customer + 1, 40503));
}
