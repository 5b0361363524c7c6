/** Ours below the command line, from the module that buildEntry.mjs has made. */
import { pathToFileURL } from 'node:url';
import { checkTable, cleanedColumns } from './cleanedColumns.mjs';
import { contest } from './contest.mjs';

const { entry } = JSON.parse(process.argv[3] ?? '{}');
const ours = await import(pathToFileURL(entry).href);

await contest({
  read: {
    work: ({ path }) => ours.readWorkbook(path),
    check: ({ sheets }) => ({ cells: ours.countCells(sheets[0]) }),
  },
  minimal: {
    work: async ({ path, out }) => {
      const analysis = ours.analyze(await ours.readWorkbook(path));
      await ours.writeCustomers(analysis, out);
      return analysis;
    },
    check: sumsOf,
  },
  groupTexts: {
    prepare: prepareGrouping,
    work: (_, { clean, group }) => group(clean()),
    check: checkCustomers,
  },
  groupColumns: {
    prepare: async (options) => {
      const { clean, group } = await prepareGrouping(options);
      return { ledger: clean(), group };
    },
    work: (_, { ledger, group }) => group(ledger),
    check: checkCustomers,
  },
});

function sumsOf({ totals }) {
  const { customers, balanceFen, dailyAverageFen } = totals;
  return { customers, balanceFen, dailyAverageFen };
}

async function prepareGrouping(options) {
  const { ids, balances, averages } = await cleanedColumns(options);
  return ours.prepareGrouping(ours.ledgerOf(ids, balances, averages));
}

function checkCustomers({ ranking, balanceFen, dailyAverageFen }) {
  return checkTable(ranking.order, balanceFen, dailyAverageFen);
}
