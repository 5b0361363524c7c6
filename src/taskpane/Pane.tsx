import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { PaneStore } from '../app/pane/createPaneStore';
import { messages } from '../messages';
import { AnalyzedPane } from './AnalyzedPane';
import { ConfirmScreen } from './confirm/ConfirmScreen';
import { ErrorBoundary } from './ErrorBoundary';
import { FailedScreen } from './FailedScreen';
import type { PaneHost } from './paneHost';
import { RunScreen } from './RunScreen';
import { StartScreen } from './StartScreen';
import { WordsContext } from './useWords';

const THEMES = {
  light: webLightTheme,
  dark: webDarkTheme,
  highContrast: teamsHighContrastTheme,
} as const;

interface PaneProps {
  readonly host: PaneHost;
  readonly store: PaneStore;
}

/** The whole pane: the screen of the step it stands at, never blank. */
export function Pane({ host, store }: PaneProps) {
  const styles = useStyles();
  return (
    // Menus and dialogs take over this element's classes: the layout is the inner one's.
    <FluentProvider theme={THEMES[host.theme]} lang={host.language} style={FULL_HEIGHT}>
      <WordsContext.Provider value={messages(host.language)}>
        <div className={styles.pane}>
          <ErrorBoundary
            fallback={(error, reset) => (
              <FailedScreen failure={{ kind: 'bug', error }} onRetry={reset} />
            )}
          >
            <Step host={host} store={store} />
          </ErrorBoundary>
        </div>
      </WordsContext.Provider>
    </FluentProvider>
  );
}

function Step({ host, store }: PaneProps) {
  const { step } = useSyncExternalStore(store.subscribe, store.getState);
  const analyze = (): void => void store.analyze();
  switch (step.name) {
    case 'start':
      return <StartScreen step={step} onAnalyze={analyze} />;
    case 'run':
      return <RunScreen step={step} onCancel={store.cancel} />;
    case 'confirm':
      return (
        <ConfirmScreen
          detected={step.detected}
          onConfirm={(mappings) => void store.confirm(mappings)}
          onCancel={store.reset}
        />
      );
    case 'failed':
      return <FailedScreen failure={step.failure} onRetry={analyze} />;
    case 'result':
      return <AnalyzedPane step={step} host={host} store={store} />;
  }
}

const FULL_HEIGHT = { height: '100%' } as const;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '280px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '@media (prefers-reduced-motion: reduce)': {
      '& *': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' },
    },
  },
});
