import type { Language } from '../messages';
import type { PaneStorage, PaneTheme } from '../taskpane/mountPane';

export interface PreferenceState {
  readonly language: Language;
  readonly theme: PaneTheme;
}

/** What the user prefers: the language she chose, the colours of her system. */
export interface Preferences {
  getState(): PreferenceState;
  subscribe(listener: () => void): () => void;
  setLanguage(language: Language): void;
  /** Small settings of the page that survive it; never customers' data. */
  readonly storage: PaneStorage;
}

const PREFIX = 'handover.';
const LANGUAGE = 'language';

export function createPreferences(): Preferences {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const forced = window.matchMedia('(forced-colors: active)');
  const listeners = new Set<() => void>();
  const themeOf = (): PaneTheme =>
    forced.matches ? 'highContrast' : dark.matches ? 'dark' : 'light';
  let state: PreferenceState = { language: firstLanguage(), theme: themeOf() };

  function set(change: Partial<PreferenceState>): void {
    state = { ...state, ...change };
    document.documentElement.lang = state.language;
    for (const listener of listeners) listener();
  }

  for (const query of [dark, forced]) {
    query.addEventListener('change', () => {
      set({ theme: themeOf() });
    });
  }
  document.documentElement.lang = state.language;

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setLanguage(language) {
      storage.set(LANGUAGE, language);
      set({ language });
    },
    storage,
  };
}

/** A browser may forbid storage: then nothing is remembered. */
const storage: PaneStorage = {
  get(key) {
    try {
      return window.localStorage.getItem(PREFIX + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(key, value) {
    try {
      window.localStorage.setItem(PREFIX + key, value);
    } catch {
      // As if it had been forgotten.
    }
  },
};

/** Chinese unless the user or the browser says another language: it is made for Chinese banks. */
function firstLanguage(): Language {
  const chosen = storage.get(LANGUAGE);
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  return /^(?:zh|$)/i.test(navigator.language) ? 'zh-CN' : 'en';
}
