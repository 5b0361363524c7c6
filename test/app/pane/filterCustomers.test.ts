import {
  createCustomerSearch,
  EVERY_CUSTOMER,
  type CustomerFilter,
} from '../../../src/app/pane/search/filterCustomers';
import { PRIORITIES, TRENDS } from '../../../src/core';
import { viewSample } from './samplePane';

const { customers } = viewSample();
const search = createCustomerSearch(customers);
const find = (filter: Partial<CustomerFilter>): string[] =>
  Array.from(
    search({ ...EVERY_CUSTOMER, ...filter }),
    (position) => customers.name[position] ?? '',
  );

test('without a filter every customer is shown in the order of the call list', () => {
  expect(Array.from(search(EVERY_CUSTOMER))).toEqual(customers.name.map((_, position) => position));
});

test.each([
  ['part of the name', '建国'],
  ['pinyin initials', 'OYJG'],
  ['an id', '0010002'],
  ['full-width digits of an id', '００１０００２'],
])('a customer is found by %s', (_, text) => {
  expect(find({ text })).toContain('欧阳建国');
});

test('a customer is found by the end of the phone number', () => {
  const position = customers.phone.findIndex((phone) => phone !== '');
  const tail = (customers.phone[position] ?? '').slice(-4);
  expect(find({ text: tail })).toContain(customers.name[position]);
});

test('filters narrow together, and leave nothing that does not fit', () => {
  const found = Array.from(
    search({ ...EVERY_CUSTOMER, priorities: ['P1', 'P2'], trends: ['outflow'] }),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const position of found) {
    expect(['P1', 'P2']).toContain(PRIORITIES[customers.priority[position] ?? 3]);
    expect(TRENDS[customers.trend[position] ?? 2]).toBe('outflow');
  }
  const shared = Array.from(search({ ...EVERY_CUSTOMER, shared: true }));
  expect(shared.length).toBe(customers.crossOwned.reduce((sum, flag) => sum + flag, 0));
});

test('a text that fits nobody finds nobody', () => {
  expect(find({ text: '查无此人' })).toEqual([]);
});
