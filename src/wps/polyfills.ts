/** What Chromium 69 to 103 lack and the pane and its libraries use; for the WPS bundle alone. */
define(window, 'globalThis', window);
define(
  window,
  'WeakRef',
  class<T> {
    constructor(private readonly target: T) {}
    deref(): T {
      return this.target;
    }
  },
);
define(window, 'queueMicrotask', (task: () => void) => void Promise.resolve().then(task));
define(Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const result: Record<PropertyKey, unknown> = {};
  for (const [key, value] of entries) result[key] = value;
  return result;
});
define(Object, 'hasOwn', (object: object, key: PropertyKey) =>
  Object.prototype.hasOwnProperty.call(object, key),
);
define(String.prototype, 'replaceAll', function replaceAll(this: string, from: string, to: string) {
  return this.split(from).join(to);
});
for (const prototype of [Array.prototype, String.prototype]) {
  define(prototype, 'at', function at(this: ArrayLike<unknown>, index: number) {
    return this[index < 0 ? this.length + index : index];
  });
}

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
