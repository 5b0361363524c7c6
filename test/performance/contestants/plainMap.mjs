/** Grouping as most scripts do it: one object per customer in a Map, then a sort. */
import { checkTable, cleanedColumns } from './cleanedColumns.mjs';
import { contest } from './contest.mjs';

await contest({
  group: {
    prepare: cleanedColumns,
    work: (_, { ids, balances, averages }) => {
      const groups = new Map();
      let total = 0;
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index];
        let group = groups.get(id);
        if (!group) {
          group = { id, deposits: 0, balance: 0, average: 0, delta: 0, top: false };
          groups.set(id, group);
        }
        group.deposits++;
        group.balance += balances[index];
        group.average += averages[index];
        total += balances[index];
      }
      const table = [...groups.values()].sort((a, b) => b.balance - a.balance);
      let before = 0;
      for (const customer of table) {
        customer.delta = customer.average - customer.balance;
        customer.top = before < 0.8 * total;
        before += customer.balance;
      }
      return table;
    },
    check: (table) =>
      checkTable(
        table.map(({ id }) => id),
        table.map(({ balance }) => balance),
        table.map(({ average }) => average),
      ),
  },
});
