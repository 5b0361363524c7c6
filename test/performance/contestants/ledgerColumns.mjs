/** Where the benchmark's ledger has its columns: the peers are told, ours has to find them. */
export const LEADING_ROWS = 4;
export const COLUMN = {
  customerId: 1,
  name: 2,
  account: 3,
  product: 4,
  balance: 6,
  dailyAverage: 8,
  currency: 13,
};
export const DOMESTIC = new Set(['CNY', 'RMB', '人民币']);

export const TABLE_HEADER = [
  '名次',
  '客户号',
  '客户名称',
  '存款笔数',
  '本年余额',
  '本年日均',
  '差额',
  '累计占比',
  '前80%',
];
