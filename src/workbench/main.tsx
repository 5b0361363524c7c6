import './workbench.css';
import { createRoot } from 'react-dom/client';
import { mountPane, type MountedPane } from '../taskpane/mountPane';
import { createBench } from './bench/createBench';
import { startEngine } from './bench/startEngine';
import { createPreferences } from './preferences';
import { Workbench } from './Workbench';

void start();

async function start(): Promise<void> {
  const element = document.getElementById('workbench');
  if (!element) throw new Error('The page has no place for the workbench.');
  let pane: MountedPane | undefined;
  const preferences = createPreferences();
  const bench = createBench(await startEngine(), () => pane?.workbookChanged());

  window.addEventListener('beforeunload', (event) => {
    if (bench.getState().unsaved) event.preventDefault();
  });

  createRoot(element).render(
    <Workbench
      bench={bench}
      preferences={preferences}
      mountPane={(place) => {
        const { language, theme } = preferences.getState();
        pane = mountPane(place, {
          hostName: 'workbench',
          language,
          theme,
          openWorkbook: bench.openWorkbook,
          runner: bench.runner,
          now: () => new Date(),
          storage: preferences.storage,
          saveSharingCopy: bench.saveSharingCopy,
        });
        return pane;
      }}
    />,
  );
}
