/** The columns of 到期提醒 from A on (SPEC 10). */
export const MATURITY_COLUMNS = [
  'maturity',
  'daysLeft',
  'priority',
  'customerId',
  'name',
  'phone',
  'account',
  'product',
  'amount',
  'trend',
  'done',
  'remark',
  'position',
] as const;
export type MaturityColumn = (typeof MATURITY_COLUMNS)[number];

/** 0-based header row. */
export const MATURITY_HEADER_ROW = 2;
