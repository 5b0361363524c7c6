import { Button } from '@fluentui/react-components';
import type { PaneFailure } from '../app/pane/paneState';
import { describePaneFailure } from './describePaneFailure';
import { useWords } from './useWords';

interface FailedScreenProps {
  readonly failure: PaneFailure;
  readonly onRetry: () => void;
}

export function FailedScreen({ failure, onRetry }: FailedScreenProps) {
  const words = useWords();
  return (
    <main>
      <h1>{words.pane.failed.title}</h1>
      <p role="alert">{describePaneFailure(failure, words)}</p>
      <Button appearance="primary" onClick={onRetry}>
        {words.pane.failed.retry}
      </Button>
    </main>
  );
}
