import type { TaskPane, WpsRoot } from './wpsRoot';

/** Other hosts of the suite share the storage: each has a key of its own. */
const PANE_KEY = 'handover_pane_et';
const PROBE_KEY = 'handover_probe_et';

const DOCK_RIGHT = 2;
const WIDTH = 420;

interface Page {
  readonly key: string;
  readonly file: string;
  readonly title: string;
}

/** Shows the pane; one that the user has closed for good is made anew. `base` is the page's address. */
export function showPane(root: WpsRoot, base: string): void {
  show(root, base, { key: PANE_KEY, file: 'pane.html', title: '柜组交接' });
}

/** Shows the page that tries what WPS can do. */
export function showProbe(root: WpsRoot, base: string): void {
  show(root, base, { key: PROBE_KEY, file: 'probe.html', title: '环境检测' });
}

function show(root: WpsRoot, base: string, { key, file, title }: Page): void {
  const known = root.PluginStorage.getItem(key);
  if (known && tryShow(root, known)) return;
  root.PluginStorage.removeItem(key);
  // Relative addresses leave the pane blank.
  const url = base.replace(/[?#].*$/, '').replace(/[^/]*$/, file);
  const pane = createPane(root, url, title);
  root.PluginStorage.setItem(key, String(pane.ID));
  pane.DockPosition = DOCK_RIGHT;
  pane.Width = WIDTH;
  pane.Visible = true;
}

/** Some builds spell it otherwise. */
function createPane(root: WpsRoot, url: string, title: string): TaskPane {
  return 'CreateTaskPane' in root
    ? root.CreateTaskPane(url, title)
    : (root as WpsRoot).CreateTaskpane(url, title);
}

function tryShow(root: WpsRoot, id: string): boolean {
  try {
    root.GetTaskPane(id).Visible = true;
    return true;
  } catch {
    return false;
  }
}

/** Puts the pane away; its content stays. */
export function hidePane(root: WpsRoot): void {
  const known = root.PluginStorage.getItem(PANE_KEY);
  if (known) root.GetTaskPane(known).Visible = false;
}
