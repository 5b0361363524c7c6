import { isCommand, sendCommand } from './paneCommand';
import { showPane, showProbe } from './showPane';
import type { WpsRoot } from './wpsRoot';

interface RibbonControl {
  readonly Id?: string;
  readonly id?: string;
}

/** The callbacks that `ribbon.xml` names; WPS takes plain synchronous functions only. */
export interface RibbonCallbacks {
  readonly OnAddinLoad: () => boolean;
  readonly OnAction: (control: RibbonControl) => boolean;
  /** Where a button's picture is, relative to the add-in's folder. */
  readonly GetImage: (control: RibbonControl) => string;
}

export interface RibbonOptions {
  readonly findRoot: () => WpsRoot | undefined;
  /** Address of the page that the ribbon runs in. */
  readonly base: string;
}

const IMAGES: Readonly<Record<string, string>> = { analyze: 'handover' };

export function createRibbon({ findRoot, base }: RibbonOptions): RibbonCallbacks {
  const idOf = (control: RibbonControl): string => control.Id ?? control.id ?? '';
  return {
    OnAddinLoad: () => true,
    OnAction(control) {
      const root = findRoot();
      if (root === undefined) return false;
      const id = idOf(control);
      if (id === 'probe') {
        showProbe(root, base);
        return true;
      }
      if (isCommand(id)) sendCommand(root, id);
      showPane(root, base);
      return true;
    },
    GetImage: (control) => `images/${IMAGES[idOf(control)] ?? idOf(control)}-64.png`,
  };
}
