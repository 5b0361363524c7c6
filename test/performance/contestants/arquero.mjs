/** Grouping in arquero, the building of its table included. */
import * as aq from 'arquero';
import { checkTable, cleanedColumns } from './cleanedColumns.mjs';
import { contest } from './contest.mjs';

await contest({
  group: {
    prepare: cleanedColumns,
    work: (_, { ids, balances, averages }) =>
      aq
        .table({ id: ids, balance: balances, average: averages })
        .groupby('id')
        .rollup({
          deposits: aq.op.count(),
          balance: aq.op.sum('balance'),
          average: aq.op.sum('average'),
        })
        .orderby(aq.desc('balance'))
        .derive({
          delta: (row) => row.average - row.balance,
          running: aq.rolling((row) => aq.op.sum(row.balance)),
          total: (row) => aq.op.sum(row.balance),
        })
        .derive({ top: (row) => row.running - row.balance < 0.8 * row.total })
        .reify(),
    check: (table) => checkTable(table.array('id'), table.array('balance'), table.array('average')),
  },
});
