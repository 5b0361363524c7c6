import type { WpsRoot } from './wpsRoot';

/** Other hosts of the suite share the storage: each has a key of its own. */
const PANE_KEY = 'handover_pane_et';
/** What the ribbon asks of the pane; taken away when it is heard. */
export const COMMAND_KEY = 'handover_command_et';

const DOCK_RIGHT = 2;
const WIDTH = 420;

/** Shows the pane; one that the user has closed for good is made anew. `base` is the page's address. */
export function showPane(root: WpsRoot, base: string): void {
  const known = root.PluginStorage.getItem(PANE_KEY);
  if (known && tryShow(root, known)) return;
  // Relative addresses leave the pane blank.
  const url = base.replace(/[?#].*$/, '').replace(/[^/]*$/, 'pane.html');
  const pane = root.CreateTaskPane(url, '柜组交接');
  root.PluginStorage.setItem(PANE_KEY, String(pane.ID));
  pane.DockPosition = DOCK_RIGHT;
  pane.Width = WIDTH;
  pane.Visible = true;
}

function tryShow(root: WpsRoot, id: string): boolean {
  try {
    root.GetTaskPane(id).Visible = true;
    return true;
  } catch {
    root.PluginStorage.removeItem(PANE_KEY);
    return false;
  }
}

/** Puts the pane away; its content stays. */
export function hidePane(root: WpsRoot): void {
  const known = root.PluginStorage.getItem(PANE_KEY);
  if (known) root.GetTaskPane(known).Visible = false;
}
