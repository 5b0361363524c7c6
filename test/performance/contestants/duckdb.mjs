/** DuckDB: the minimal job from CSV in one statement, and grouping alone with its ways in and out. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { BIGINT, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { contest } from './contest.mjs';
import { cleanedColumns, checkTable } from './cleanedColumns.mjs';
import { LEADING_ROWS, TABLE_HEADER } from './ledgerColumns.mjs';

const CHUNK_ROWS = 2048;
const FULL_WIDTH = '０１２３４５６７８９．，';
const HALF_WIDTH = '0123456789.,';
const BLANKS = String.raw`[\s\pZ\x{200b}\x{feff}]+`;

await contest({
  /** Both sheets come as UTF-8 CSV. DuckDB writes no .xlsx offline: our writer does. */
  minimal: {
    prepare: ({ entry }) => import(pathToFileURL(entry).href),
    work: async ({ csvPath, customersPath, out }, { writeTable }) => {
      const connection = await connect();
      const columns = await fetchColumns(connection, minimalSql(csvPath, customersPath));
      const table = Object.fromEntries(TABLE_HEADER.map((name, index) => [name, columns[index]]));
      await writeTable(table, out);
      return columns;
    },
    check: ([, ids, , , balances, averages]) =>
      checkTable(
        ids,
        balances.map((yuan) => Math.round(yuan * 100)),
        averages.map((yuan) => Math.round(yuan * 100)),
      ),
  },
  groupAppended: {
    prepare: cleanedColumns,
    work: async (_, { ids, balances, averages }) => {
      const connection = await connect();
      await connection.run('create table ledger(id varchar, balance bigint, average bigint)');
      const appender = await connection.createAppender('ledger');
      for (let from = 0; from < ids.length; from += CHUNK_ROWS) {
        const to = Math.min(from + CHUNK_ROWS, ids.length);
        const chunk = DuckDBDataChunk.create([VARCHAR, BIGINT, BIGINT], to - from);
        const bigints = (values) => Array.from(values.subarray(from, to), BigInt);
        chunk.setColumns([ids.slice(from, to), bigints(balances), bigints(averages)]);
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
      return fetchColumns(connection, groupSql('ledger'));
    },
    check: ([ids, , balances, averages]) => checkTable(ids, balances, averages),
  },
  groupFromCsv: {
    prepare: async (options) => {
      const { ids, balances, averages } = await cleanedColumns(options);
      const lines = ids.map((id, index) => `${id},${balances[index]},${averages[index]}`);
      writeFileSync(options.out, `id,balance,average\n${lines.join('\n')}\n`);
    },
    work: async ({ out }) => {
      const types = "{'id': 'varchar', 'balance': 'bigint', 'average': 'bigint'}";
      const source = `read_csv('${out}', header = true, columns = ${types})`;
      return fetchColumns(await connect(), groupSql(source));
    },
    check: ([ids, , balances, averages]) => checkTable(ids, balances, averages),
  },
});

async function connect() {
  return (await DuckDBInstance.create(':memory:')).connect();
}

async function fetchColumns(connection, sql) {
  return (await connection.runAndReadAll(sql)).getColumns();
}

/** Sums as doubles, which are exact here and far cheaper to fetch than BigInts. */
function groupSql(source) {
  return `
    with customers as (
      select id, count(*)::integer as deposits,
        sum(balance)::double as balance, sum(average)::double as average
      from ${source} group by id),
    ranked as (
      select *, sum(balance) over (order by balance desc, id rows unbounded preceding) as running,
        sum(balance) over () as total
      from customers)
    select id, deposits, balance, average, average - balance as delta,
      running - balance < 0.8 * total as top
    from ranked order by balance desc, id`;
}

function minimalSql(csvPath, customersPath) {
  const options = 'header = true, all_varchar = true, null_padding = true';
  return `
    with cleaned as (
      select ${idSql('客户号')} as id, ${idSql('账号')} as account, 产品名称 as product,
        客户名称 as name, ${fenSql('本年余额')} as balance, ${fenSql('本年日均')} as average
      from read_csv('${csvPath}', skip = ${LEADING_ROWS - 1}, ${options})
      where 币种 in ('CNY', 'RMB', '人民币')),
    once as (
      select id, account, product, balance, average, any_value(name) as name from cleaned
      where regexp_full_match(id, '[0-9]+') and balance is not null and average is not null
      group by all),
    customers as (
      select id, any_value(name) as name, count(*)::integer as deposits,
        sum(balance)::double as balance, sum(average)::double as average
      from once group by id),
    listed as (
      select ${idSql('客户编号')} as id, any_value(客户姓名) as name
      from read_csv('${customersPath}', ${options}) group by 1),
    ranked as (
      select lpad(id, 10, '0') as id, coalesce(listed.name, customers.name) as name, deposits,
        balance, average, sum(balance) over () as total,
        sum(balance) over (order by balance desc, id rows unbounded preceding) as running
      from customers left join listed using (id))
    select (row_number() over (order by balance desc, id))::integer, id, name, deposits,
      balance / 100, average / 100, (average - balance) / 100, running / total,
      case when running - balance < 0.8 * total then '是' else '' end
    from ranked order by balance desc, id`;
}

function idSql(column) {
  const narrow = `translate(${column}, '${FULL_WIDTH}', '${HALF_WIDTH}')`;
  return `ltrim(regexp_replace(${narrow}, '${BLANKS}', '', 'g'), '0')`;
}

function fenSql(column) {
  const narrow = `translate(${column}, '${FULL_WIDTH}', '${HALF_WIDTH}')`;
  const plain = String.raw`regexp_replace(${narrow}, '[\s\pZ,¥元\x{200b}\x{feff}]|RMB|CNY', '', 'g')`;
  return `case when ${column} is null or ${column} in ('', '-', '—', '--') then 0
    else (try_cast(${plain} as decimal(18, 2)) * 100)::bigint end`;
}
