import type { Exchange } from '../analysis';

/** A shared customer that one side could leave to the other, and what the leaving side has there. */
export interface ExchangeOffer {
  readonly manager: number;
  readonly customer: number;
  readonly fen: number;
}

/** Above this many pairs per manager the best pairing would take too long to find. */
const MOST_PAIRS = 4_000_000;

/**
 * Pairs customers where we are the minor side with customers where another manager is, values as
 * equal as possible: the sum of differences over the pairs is least (SPEC 8).
 */
export function proposeExchanges(
  gives: readonly ExchangeOffer[],
  gets: readonly ExchangeOffer[],
): Exchange[] {
  const managers = [...new Set(gives.map(({ manager }) => manager))].sort((a, b) => a - b);
  return managers.flatMap((manager) => {
    const ours = sortOffers(gives.filter((offer) => offer.manager === manager));
    const theirs = sortOffers(gets.filter((offer) => offer.manager === manager));
    const pairs =
      ours.length <= theirs.length
        ? pairOffers(ours, theirs)
        : pairOffers(theirs, ours).map(([their, our]): [ExchangeOffer, ExchangeOffer] => [
            our,
            their,
          ]);
    return pairs.map(([give, get]) => ({
      manager,
      give: give.customer,
      get: get.customer,
      giveFen: give.fen,
      getFen: get.fen,
    }));
  });
}

function sortOffers(offers: readonly ExchangeOffer[]): ExchangeOffer[] {
  return [...offers].sort((a, b) => b.fen - a.fen || a.customer - b.customer);
}

/** Sorted by value, the best pairing never crosses: a table over both lists finds it. */
function pairOffers(
  few: readonly ExchangeOffer[],
  many: readonly ExchangeOffer[],
): [ExchangeOffer, ExchangeOffer][] {
  if (few.length * many.length > MOST_PAIRS) return few.flatMap((f, i) => pair(f, many[i]));
  const width = many.length + 1;
  const cost = new Float64Array((few.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? Infinity;
  const worth = Float64Array.from(many, ({ fen }) => fen);
  for (let i = 1; i <= few.length; i++) {
    const offered = few[i - 1]?.fen ?? 0;
    cost[i * width] = Infinity;
    for (let j = 1; j < width; j++) {
      const difference = Math.abs(offered - (worth[j - 1] ?? 0));
      cost[i * width + j] = Math.min(at(i, j - 1), at(i - 1, j - 1) + difference);
    }
  }
  const pairs: [ExchangeOffer, ExchangeOffer][] = [];
  for (let i = few.length, j = many.length; i > 0 && j > 0; j--) {
    if (at(i, j) === at(i, j - 1)) continue;
    const give = few[i - 1];
    if (give) pairs.push(...pair(give, many[j - 1]));
    i--;
  }
  return pairs.reverse();
}

function pair(a: ExchangeOffer, b: ExchangeOffer | undefined): [ExchangeOffer, ExchangeOffer][] {
  return b ? [[a, b]] : [];
}
