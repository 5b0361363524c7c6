import {
  FluentProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, useSyncExternalStore, type DragEvent } from 'react';
import { messages } from '../messages';
import type { MountedPane } from '../taskpane/mountPane';
import type { Bench } from './bench/createBench';
import { BenchHeader } from './BenchHeader';
import { DropOverlay } from './DropOverlay';
import { FailureNotice } from './FailureNotice';
import { GridArea } from './GridArea';
import { OpeningNotice } from './OpeningNotice';
import type { Preferences } from './preferences';
import { UnsavedQuestion } from './UnsavedQuestion';
import { Welcome } from './Welcome';
import { useAreaKey } from './useAreaKey';
import { BenchWords } from './useBenchWords';

export interface WorkbenchProps {
  readonly bench: Bench;
  readonly preferences: Preferences;
  readonly mountPane: (place: HTMLElement) => MountedPane;
}

const THEMES = {
  light: webLightTheme,
  dark: webDarkTheme,
  highContrast: teamsHighContrastTheme,
} as const;

/** The whole page: the sheets, and the pane beside them. */
export function Workbench({ bench, preferences, mountPane }: WorkbenchProps) {
  const state = useSyncExternalStore(bench.subscribe, bench.getState);
  const { language, theme } = useSyncExternalStore(preferences.subscribe, preferences.getState);
  const panePlace = usePane(mountPane, { language, theme });
  const drop = useDrop(bench);
  useAreaKey();
  const words = messages(language);

  return (
    <FluentProvider theme={THEMES[theme]} className="bench-provider" {...drop.handlers}>
      <BenchWords.Provider value={words}>
        <BenchHeader
          bench={bench}
          state={state}
          onLanguage={() => {
            preferences.setLanguage(language === 'en' ? 'zh-CN' : 'en');
          }}
        />
        <div className="bench-main">
          <section className="bench-sheets" tabIndex={-1} aria-label={words.workbench.gridLabel}>
            {state.failure && <FailureNotice bench={bench} failure={state.failure} />}
            {state.files.length === 0 && !state.opening && <Welcome bench={bench} />}
            <GridArea bench={bench} state={state} language={language} dark={theme !== 'light'} />
            {state.opening && <OpeningNotice bench={bench} opening={state.opening} />}
            {drop.over && <DropOverlay />}
          </section>
          <aside
            className="bench-pane"
            aria-label={words.workbench.paneLabel}
            tabIndex={0}
            ref={panePlace}
          />
        </div>
        {state.asking && <UnsavedQuestion bench={bench} />}
      </BenchWords.Provider>
    </FluentProvider>
  );
}

/** The pane lives as long as the page; it has React of its own root. */
function usePane(
  mountPane: WorkbenchProps['mountPane'],
  look: Parameters<MountedPane['update']>[0],
) {
  const place = useRef<HTMLElement>(null);
  const pane = useRef<MountedPane>();
  useEffect(() => {
    if (place.current && !pane.current) pane.current = mountPane(place.current);
  }, [mountPane]);
  const { language, theme } = look;
  useEffect(() => {
    pane.current?.update({ ...(language && { language }), ...(theme && { theme }) });
  }, [language, theme]);
  return place;
}

function useDrop(bench: Bench) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      const folder = folderIn(event.dataTransfer);
      if (folder !== undefined) {
        bench.refuseFolder(folder);
        return;
      }
      const files = Array.from(event.dataTransfer.files, (file) => ({ name: file.name, file }));
      void bench.open(files);
    },
  };
  return { over, handlers };
}

/** Name of a folder among what was dropped: as a file it would be an empty or unreadable one. */
function folderIn({ items }: DataTransfer): string | undefined {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry());
  return entries.find((entry) => entry?.isDirectory)?.name;
}
