import type { Customers, Exchange, Manager } from '../analysis';
import { proposeExchanges, type ExchangeOffer } from './proposeExchanges';

/** Each side's offers: customers in the book where the other holds more, or less, than we do. */
export function findExchanges(customers: Customers, managers: readonly Manager[]): Exchange[] {
  const gives: ExchangeOffer[] = [];
  const gets: ExchangeOffer[] = [];
  for (let customer = 0; customer < customers.count; customer++) {
    if (customers.crossOwned[customer] !== 1 || customers.inBook[customer] !== 1) continue;
    const byBalance = (customers.balanceFen[customer] ?? 0) !== 0;
    const parts = byBalance ? customers.partBalanceFen : customers.partDailyAverageFen;
    const own = byBalance ? customers.ownBalanceFen : customers.ownDailyAverageFen;
    const ownFen = own[customer] ?? 0;
    let largest: ExchangeOffer | undefined;
    for (
      let part = customers.partStart[customer] ?? 0;
      part < (customers.partStart[customer + 1] ?? 0);
      part++
    ) {
      const manager = customers.partManager[part] ?? -1;
      const fen = parts[part] ?? 0;
      if (manager < 0 || managers[manager]?.own || fen <= 0) continue;
      if (fen < ownFen) gets.push({ manager, customer, fen });
      if (!largest || fen > largest.fen) largest = { manager, customer, fen };
    }
    if (largest && ownFen > 0 && ownFen < largest.fen) {
      gives.push({ manager: largest.manager, customer, fen: ownFen });
    }
  }
  return proposeExchanges(gives, gets);
}
