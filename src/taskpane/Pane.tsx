import { useSyncExternalStore } from 'react';
import type { PaneStore } from '../app/pane/createPaneStore';
import { AnalyzedPane } from './AnalyzedPane';
import { ConfirmScreen } from './confirm/ConfirmScreen';
import { ErrorBoundary } from './ErrorBoundary';
import { FailedScreen } from './FailedScreen';
import { PaneFrame } from './PaneFrame';
import type { PaneHost } from './paneHost';
import { RunScreen } from './RunScreen';
import { StartScreen } from './StartScreen';
import { StepFrame } from './StepFrame';

interface PaneProps {
  readonly host: PaneHost;
  readonly store: PaneStore;
}

/** The whole pane: the screen of the step it stands at, never blank. */
export function Pane({ host, store }: PaneProps) {
  return (
    <PaneFrame language={host.language} theme={host.theme}>
      <ErrorBoundary
        fallback={(error, reset) => (
          <FailedScreen
            failure={{ kind: 'bug', error }}
            onRetry={reset}
            onBeginning={() => {
              store.reset();
              reset();
            }}
          />
        )}
      >
        <StepFrame host={host} store={store}>
          <Step host={host} store={store} />
        </StepFrame>
      </ErrorBoundary>
    </PaneFrame>
  );
}

function Step({ host, store }: PaneProps) {
  const { step, place } = useSyncExternalStore(store.subscribe, store.getState);
  const analyze = (): void => void store.analyze();
  switch (step.name) {
    case 'start':
      return (
        <StartScreen
          step={step}
          onAnalyze={analyze}
          onRestore={() => {
            store.askRestore(true);
          }}
        />
      );
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
      return <FailedScreen failure={step.failure} onRetry={analyze} onBeginning={store.reset} />;
    case 'result':
      return <AnalyzedPane step={step} place={place} host={host} store={store} />;
  }
}
