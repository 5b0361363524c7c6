/**
 * The rows of a synthetic deposit ledger, as messy as a bank's export, and the true figures.
 * Rows are made one at a time: a million of them need no more memory than ten thousand.
 */
import { accountOf, customerOf } from './people.mjs';
import { createRandom, shuffle } from './random.mjs';
import {
  serialOf,
  spellAccount,
  spellAmount,
  spellCustomerId,
  spellDay,
  spellName,
  spellNoDay,
} from './spellings.mjs';

export const LEDGER_HEADER = [
  '序号',
  '客户号',
  '客户名称',
  '账号',
  '产品名称',
  '上年余额',
  '本年余额',
  '月日均',
  '本年日均',
  '客户经理',
  '开户日期',
  '到期日期',
  '开户机构',
  '币种',
  '账户状态',
];
export const CUSTOMERS_HEADER = ['客户编号', '客户姓名', '手机号码', '出生日期', '性别'];
/** Worksheet rows above the data: title, date and unit, blank, header. */
export const LEADING_ROWS = 4;

export const DATA_DATE = serialOf(2025, 11, 30);
const PRODUCTS_DEMAND = ['个人活期', '活期储蓄存款'];
const PRODUCTS_TERM = [
  '整存整取一年',
  '整存整取三年',
  '零存整取',
  '七天通知存款',
  '大额存单2025第3期',
];
const MANAGERS = [
  '江桐贵',
  '肖平艳',
  '70446-戴思',
  '89002-覃玉洋',
  '龚梓春',
  '贺梅浩',
  '向建德(34042)',
];
const BRANCH = '城东支行';

/** Rows that are no ordinary deposit, as a share of all rows. */
const NOISE = [
  ['blank', 0.004],
  ['repeated header', 0.0125],
  ['total', 0.005],
  ['duplicate', 0.008],
  ['shared', 0.012],
  ['closed', 0.01],
  ['foreign currency', 0.008],
  ['no key', 0.002],
  ['no amount', 0.002],
  ['invalid amount', 0.003],
];
const ORDINARY = NOISE.length;
/** 合计, 制表人 and 第 1 页. */
const CLOSING_ROWS = 3;
/** Ordinary deposits remembered for duplicates and shared deposits. */
const RECENT = 32;

/**
 * A ledger of `rows` worksheet rows below the header, for about `rows / 3` customers.
 * `ledgerRows()` may be run once; afterwards `truth()` holds the true figures in fen.
 */
export function createLedger({ rows, seed = 20251130 }) {
  const customers = Math.round(rows / 3);
  const truth = {
    rows,
    customers,
    kept: 0,
    setAside: { total: 1, footer: 2 },
    /** What the customers hold: shared deposits counted once. */
    balanceFen: 0,
    dailyAverageFen: 0,
    /** What the export prints as its total: shared deposits as often as they stand there. */
    printedBalanceFen: 0,
    printedDailyAverageFen: 0,
    /** Cells with a content in the ledger sheet, titles included. */
    cells: 0,
  };
  return {
    customers,
    /** Cells of each worksheet row from row 1 on. */
    *ledgerRows() {
      for (const row of allRows(rows, customers, seed, truth)) {
        for (const cell of row) if (cell !== null && cell !== undefined) truth.cells++;
        yield row;
      }
    },
    *customerRows() {
      const random = createRandom(seed + 1);
      yield CUSTOMERS_HEADER;
      for (let index = 0; index < customers; index++) {
        const customer = customerOf(index, seed);
        yield [
          random.chance(0.5) ? Number(customer.id) : customer.id,
          customer.name,
          customer.phone,
          { serial: customer.birthDay },
          customer.gender,
        ];
      }
    },
    truth: () => truth,
  };
}

function* allRows(rows, customers, seed, truth) {
  const random = createRandom(seed);
  const kinds = planKinds(rows - CLOSING_ROWS, random);
  const owners = planOwners(kinds, customers, random);
  const recent = [];
  let nextOwner = 0;

  yield ['城东支行个人存款客户明细表'];
  yield ['数据日期：2025-11-30', null, null, '单位：元'];
  yield [];
  yield LEDGER_HEADER;
  for (let index = 0; index < kinds.length; index++) {
    const sequence = index + 1;
    const kind = kinds[index] === ORDINARY ? 'ordinary' : NOISE[kinds[index]][0];
    if (kind === 'ordinary') {
      const deposit = drawDeposit(owners[nextOwner++], seed, random);
      const cells = spellDeposit(deposit, sequence, random);
      if (recent.length < RECENT) recent.push({ deposit, cells });
      else recent[random.below(RECENT)] = { deposit, cells };
      keep(deposit, truth, true);
      yield cells;
    } else if (kind === 'shared') {
      const { deposit } = takeRecent(recent, random);
      const other = { ...deposit, manager: otherManager(deposit.manager, random) };
      keep(other, truth, false);
      yield spellDeposit(other, sequence, random);
    } else {
      truth.setAside[kind] = (truth.setAside[kind] ?? 0) + 1;
      yield noiseRow(kind, { sequence, recent, customers, seed, random });
    }
  }
  yield totalRow('合计', truth.printedBalanceFen, truth.printedDailyAverageFen);
  yield ['制表人：李某', null, null, null, '打印时间：2025-12-01 09:31'];
  yield [null, null, null, '第 1 页 共 1 页'];
}

/** The kind of every row; the first ones are ordinary, so that there is something to repeat. */
function planKinds(rowCount, random) {
  const kinds = new Uint8Array(rowCount).fill(ORDINARY);
  let filled = 0;
  NOISE.forEach(([, share], kind) => {
    const count = Math.round(rowCount * share);
    kinds.fill(kind, filled, filled + count);
    filled += count;
  });
  const lead = Math.min(2 * RECENT, rowCount - filled);
  shuffle(kinds.subarray(0, rowCount - lead), random);
  return kinds.reverse();
}

/** The customer of every ordinary deposit: each has one, the rest fall at random. */
function planOwners(kinds, customers, random) {
  let deposits = 0;
  for (const kind of kinds) if (kind === ORDINARY) deposits++;
  const owners = new Uint32Array(deposits);
  for (let index = 0; index < deposits; index++) {
    owners[index] = index < customers ? index : random.below(customers);
  }
  return shuffle(owners, random);
}

function drawDeposit(owner, seed, random) {
  const customer = customerOf(owner, seed);
  const typicalFen = Math.round(customer.scaleFen * Math.exp(0.5 * random.normal())) + 1;
  const balanceFen = random.chance(0.004) ? 0 : typicalFen;
  const term = random.chance(0.62);
  return {
    customer,
    account: accountOf(owner, random.chance(0.3) ? 0 : 1 + random.below(7)),
    product: random.pick(term ? PRODUCTS_TERM : PRODUCTS_DEMAND),
    balanceFen,
    dailyAverageFen: drawDailyAverage(typicalFen, random),
    manager: random.chance(0.04) ? random.pick(MANAGERS) : managerOf(customer),
    openDay: DATA_DATE - random.below(1500),
    maturityDay: term ? DATA_DATE - 3 + random.below(random.chance(0.3) ? 40 : 700) : null,
  };
}

/** Six customers of ten are the first manager's, the rest are spread evenly. */
function managerOf({ managerDraw }) {
  return MANAGERS[Math.max(0, Math.floor(((managerDraw - 0.6) / 0.4) * MANAGERS.length))];
}

function drawDailyAverage(balanceFen, random) {
  const draw = random.next();
  if (draw < 0.35) return balanceFen;
  if (draw < 0.7) return Math.round(balanceFen * (1 + 3 * random.next()));
  return Math.round(balanceFen * (0.05 + 0.95 * random.next()));
}

function spellDeposit(deposit, sequence, random) {
  const { customer } = deposit;
  return [
    sequence,
    spellCustomerId(customer.id, random),
    spellName(customer.name, random),
    spellAccount(deposit.account, random),
    deposit.product,
    random.below(99_999_999) / 100,
    spellAmount(deposit.balanceFen, random),
    random.below(99_999_999) / 100,
    spellAmount(deposit.dailyAverageFen, random),
    deposit.manager,
    spellDay(deposit.openDay, random),
    deposit.maturityDay === null ? spellNoDay(random) : spellDay(deposit.maturityDay, random),
    BRANCH,
    random.pick(['人民币', '人民币', 'CNY', 'RMB']),
    '正常',
  ];
}

function noiseRow(kind, { sequence, recent, customers, seed, random }) {
  if (kind === 'blank') return [];
  if (kind === 'repeated header') return LEDGER_HEADER;
  if (kind === 'total')
    return totalRow(random.pick(['小计', '小 计：', '本页合计']), 12345678, 9876543);
  if (kind === 'duplicate') return [sequence, ...takeRecent(recent, random).cells.slice(1)];
  const cells = spellDeposit(drawDeposit(random.below(customers), seed, random), sequence, random);
  if (kind === 'closed') return withCells(cells, { 6: 0, 8: 0, 14: '销户' });
  if (kind === 'foreign currency') return withCells(cells, { 13: random.pick(['USD', '美元']) });
  if (kind === 'no key') return withCells(cells, { 1: null, 2: null, 3: null });
  if (kind === 'no amount') return withCells(cells, { 6: random.pick([null, '-', '—']), 8: null });
  return withCells(cells, { [random.pick([6, 8])]: random.pick(['待核实', '####', '见附件']) });
}

/** Takes a deposit out of the recent ones, so that none is repeated twice. */
function takeRecent(recent, random) {
  return recent.splice(random.below(recent.length), 1)[0];
}

function totalRow(label, balanceFen, dailyAverageFen) {
  return [label, null, null, null, null, null, balanceFen / 100, null, dailyAverageFen / 100];
}

function withCells(cells, changes) {
  for (const [index, value] of Object.entries(changes)) cells[index] = value;
  return cells;
}

function otherManager(manager, random) {
  const others = MANAGERS.filter((other) => other !== manager);
  return random.pick(others);
}

function keep(deposit, truth, countsForCustomer) {
  truth.kept++;
  truth.printedBalanceFen += deposit.balanceFen;
  truth.printedDailyAverageFen += deposit.dailyAverageFen;
  if (!countsForCustomer) return;
  truth.balanceFen += deposit.balanceFen;
  truth.dailyAverageFen += deposit.dailyAverageFen;
}
