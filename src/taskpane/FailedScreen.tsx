import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneFailure } from '../app/pane/paneState';
import { CopyDetails } from './CopyDetails';
import { describePaneFailure } from './describePaneFailure';
import { Notice } from './parts/Notice';
import { Screen } from './parts/Screen';
import { useWords } from './useWords';

interface FailedScreenProps {
  readonly failure: PaneFailure;
  readonly onRetry: () => void;
  readonly onBeginning: () => void;
}

/** What went wrong, and what to do next. */
export function FailedScreen({ failure, onRetry, onBeginning }: FailedScreenProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Screen>
      <h1 className={styles.title}>{words.pane.failed.title}</h1>
      <Notice kind="error">{describePaneFailure(failure, words)}</Notice>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {words.pane.failed.retry}
        </Button>
        <Button className={styles.second} onClick={onBeginning}>
          {words.pane.failed.beginning}
        </Button>
      </div>
      {failure.kind === 'bug' && <CopyDetails error={failure.error} />}
    </Screen>
  );
}

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap' },
  second: { marginLeft: '8px' },
  title: {
    marginTop: '24px',
    marginBottom: '12px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});
