/** `:is(…)` for engines before Chromium 88: the libraries look for what can be focused with it. */
const SELECTOR = /^([^,]*):is\(([^()]*)\)([^,]*)$/;

/** The same selector without `:is`, where it stands once in a selector that is no list. */
export function withoutIs(selector: string): string {
  const [, before = '', list, after = ''] = SELECTOR.exec(selector) ?? [];
  return list === undefined
    ? selector
    : list
        .split(',')
        .map((part) => before + part.trim() + after)
        .join(', ');
}

type Search = 'matches' | 'closest' | 'querySelector' | 'querySelectorAll';

export function teachIs(): void {
  if (knowsIs()) return;
  for (const prototype of [Element.prototype, Document.prototype]) {
    for (const name of ['matches', 'closest', 'querySelector', 'querySelectorAll'] as Search[]) {
      teach(prototype as Element, name);
    }
  }
}

function knowsIs(): boolean {
  try {
    document.querySelector(':is(a)');
    return true;
  } catch {
    return false;
  }
}

function teach(prototype: Element, name: Search): void {
  const own = prototype[name] as ((selector: string) => unknown) | undefined;
  if (own === undefined) return;
  Object.defineProperty(prototype, name, {
    configurable: true,
    writable: true,
    value(this: Element, selector: string) {
      return own.call(this, withoutIs(selector));
    },
  });
}
