import type { PaneStorage } from './paneHost';

/** The page's own store; some hosts forbid it, and what it keeps may be lost. */
export const paneStorage: PaneStorage = {
  get(key) {
    try {
      return window.localStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(key, value) {
    try {
      window.localStorage.setItem(key, value);
    } catch {
      // Nothing that matters is kept here.
    }
  },
};
