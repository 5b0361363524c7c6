/** Where the engine lacks them; the engine of this test has them all. */
const LACKING = [
  [String.prototype, 'matchAll'],
  [String.prototype, 'replaceAll'],
  [Array.prototype, 'at'],
  [Object, 'fromEntries'],
  [Object, 'hasOwn'],
] as const;

/** The engine's own, then the polyfill's answer to the same. */
async function answerTwice<Answer>(ask: () => Answer): Promise<readonly [Answer, Answer]> {
  const own = LACKING.map(([target, name]) => Object.getOwnPropertyDescriptor(target, name));
  const expected = ask();
  LACKING.forEach(([target, name]) => Reflect.deleteProperty(target, name));
  try {
    Object.assign(globalThis, { window: globalThis });
    await jest.isolateModulesAsync(async () => {
      await import('../../src/wps/polyfills');
    });
    return [expected, ask()];
  } finally {
    LACKING.forEach(([target, name], index) => {
      Object.defineProperty(target, name, own[index] ?? {});
    });
  }
}

test('what old engines lack answers as the engine’s own', async () => {
  const [expected, answer] = await answerTwice(() => ({
    matches: [...'a1b22'.matchAll(/\d(\d)?/g)].map(({ index, 0: all, 1: group }) => [
      index,
      all,
      group,
    ]),
    empty: [...'ab'.matchAll(/x*/g)].map(({ index }) => index),
    replaced: 'a"b"'.replaceAll('"', '""'),
    last: [[1, 2].at(-1), 'ab'.at(-1), [1].at(5)],
    entries: Object.fromEntries(new Map([['a', 1]])),
    own: [Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString')],
  }));
  expect(answer).toEqual(expected);
});
