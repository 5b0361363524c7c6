import { createRoot } from 'react-dom/client';
import { createPaneStore } from '../app/pane/createPaneStore';
import { messages } from '../messages';
import { Pane } from './Pane';
import type { MountedPane, PaneHost, RibbonPlace } from './paneHost';

export type { MountedPane, PaneHost, PaneStorage, PaneTheme, RibbonPlace } from './paneHost';

/** Shows the pane in an element of a host's page. */
export function mountPane(element: Element, host: PaneHost): MountedPane {
  let current = host;
  const { runner, openWorkbook, now } = host;
  const store = createPaneStore({
    runner,
    openWorkbook,
    now,
    language: () => current.language,
    headers: (language) => messages(language).report.customers.columns,
    saveSharingCopy: host.saveSharingCopy,
  });
  const root = createRoot(element);
  const render = (): void => {
    root.render(<Pane host={current} store={store} />);
  };
  render();
  const open = async (place: RibbonPlace): Promise<void> => {
    if (place === 'restore') store.askRestore(true);
    else await store.open(place);
  };
  if (host.startAt !== undefined) store.goTo(host.startAt);
  return {
    update(change) {
      current = { ...current, ...change };
      render();
    },
    workbookChanged: store.reset,
    analyze: store.analyze,
    open,
    unmount() {
      store.reset();
      root.unmount();
    },
  };
}
