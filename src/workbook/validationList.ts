import type { ValidationPlan } from './sheetPlan';

/** Longest list that a validation can hold in itself. */
const LONGEST_LIST = 255;

/** The values of a list as a validation holds them; nothing for one that it cannot: any text goes. */
export function validationList({ rule }: ValidationPlan): string | undefined {
  if (rule.kind !== 'list') return undefined;
  const list = rule.values.join(',');
  const isListable = list !== '' && list.length <= LONGEST_LIST;
  return isListable && rule.values.every((value) => !value.includes(',')) ? list : undefined;
}
