import { COMMAND_KEY, showPane } from './showPane';
import type { WpsRoot } from './wpsRoot';

/** The callbacks that `ribbon.xml` names; WPS takes plain synchronous functions only. */
export interface RibbonCallbacks {
  readonly OnAddinLoad: () => boolean;
  readonly OnAction: (control: { readonly Id?: string; readonly id?: string }) => boolean;
}

export interface RibbonOptions {
  readonly findRoot: () => WpsRoot | undefined;
  /** Address of the page that the ribbon runs in. */
  readonly base: string;
}

export function createRibbon({ findRoot, base }: RibbonOptions): RibbonCallbacks {
  return {
    OnAddinLoad: () => true,
    OnAction(control) {
      const root = findRoot();
      if (root === undefined) return false;
      const id = control.Id ?? control.id;
      if (id === 'analyze') root.PluginStorage.setItem(COMMAND_KEY, 'analyze');
      showPane(root, base);
      return true;
    },
  };
}
