import { paneStorage } from '../../taskpane/paneStorage';
import type { Check } from './checks';

const OLDEST_ENGINE = 69;
const STORED_KEY = 'handover_probe_runs';
const SHARED_KEY = 'handover_probe_et';

/** The engine, the program, and what pages of the add-in share. */
export const programChecks: readonly Check[] = [
  {
    name: 'engine',
    run() {
      const agent = navigator.userAgent;
      const version = Number(/Chrom(?:e|ium)\/(\d+)/.exec(agent)?.[1] ?? 0);
      if (version < OLDEST_ENGINE) throw new Error(agent);
      return agent;
    },
  },
  {
    name: 'program',
    run: ({ root }) =>
      `${root.Name} · ${root.Version} · ${String(root.Build)} · ${window.location.protocol}`,
  },
  {
    name: 'storage',
    isOptional: true,
    run() {
      const runs = Number(paneStorage.get(STORED_KEY) ?? 0) + 1;
      paneStorage.set(STORED_KEY, String(runs));
      if (paneStorage.get(STORED_KEY) !== String(runs)) throw new Error('localStorage');
      return `#${String(runs)}`;
    },
  },
  {
    name: 'shared',
    run({ root: { PluginStorage } }) {
      PluginStorage.setItem(SHARED_KEY, 'a');
      const found = PluginStorage.getItem(SHARED_KEY);
      PluginStorage.removeItem(SHARED_KEY);
      if (found !== 'a' || PluginStorage.getItem(SHARED_KEY)) throw new Error(String(found));
      return 'PluginStorage';
    },
  },
];
