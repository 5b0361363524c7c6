import { teachIs } from './selectors';

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
define(String.prototype, 'matchAll', function matchAll(this: string, pattern: RegExp) {
  const copy = new RegExp(pattern.source, pattern.flags);
  const found: RegExpExecArray[] = [];
  for (let match = copy.exec(this); match !== null; match = copy.exec(this)) {
    found.push(match);
    // An empty match would be found for ever.
    if (match[0] === '') copy.lastIndex++;
  }
  return found.values();
});
const typedArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;
for (const prototype of [Array.prototype, String.prototype, typedArrays]) {
  define(prototype, 'at', function at(this: ArrayLike<unknown>, index: number) {
    return this[index < 0 ? this.length + index : index];
  });
}

if (typeof document !== 'undefined') teachIs();

function define(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}
