import {
  FluentProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { PaneStore } from '../app/pane/createPaneStore';
import { messages } from '../messages';
import { FailedScreen } from './FailedScreen';
import type { PaneHost } from './paneHost';
import { ResultScreen } from './ResultScreen';
import { RunScreen } from './RunScreen';
import { StartScreen } from './StartScreen';
import { WordsContext } from './useWords';

const THEMES = {
  light: webLightTheme,
  dark: webDarkTheme,
  highContrast: teamsHighContrastTheme,
} as const;

/** The whole pane: the screen of the step it stands at. */
export function Pane({ host, store }: { readonly host: PaneHost; readonly store: PaneStore }) {
  const { step } = useSyncExternalStore(store.subscribe, store.getState);
  return (
    <FluentProvider theme={THEMES[host.theme]} lang={host.language}>
      <WordsContext.Provider value={messages(host.language)}>
        {step.name === 'start' && <StartScreen onAnalyze={() => void store.analyze()} />}
        {step.name === 'run' && <RunScreen step={step} onCancel={store.cancel} />}
        {step.name === 'failed' && (
          <FailedScreen failure={step.failure} onRetry={() => void store.analyze()} />
        )}
        {step.name === 'result' && <ResultScreen step={step} />}
      </WordsContext.Provider>
    </FluentProvider>
  );
}
