/** @jest-environment jsdom */
import { withoutIs } from '../../src/wps/selectors';

test.each([
  [':is(a[href], button):not(:disabled)', 'a[href]:not(:disabled), button:not(:disabled)'],
  ['ul > :is(li, details > summary)', 'ul > li, ul > details > summary'],
  ['a, b', 'a, b'],
  ['main :not(.x)', 'main :not(.x)'],
])('%s finds the same without :is', (selector, expected) => {
  expect(withoutIs(selector)).toBe(expected);
  document.body.innerHTML = '<a href="x"></a><ul><li></li></ul><button disabled></button><b></b>';
  const find = (text: string) => [...document.querySelectorAll(text)];
  expect(find(expected)).toEqual(find(selector));
});
