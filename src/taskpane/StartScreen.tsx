import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { StartStep } from '../app/pane/paneState';
import { Notice } from './parts/Notice';
import { Screen } from './parts/Screen';
import { describePaneFailure } from './describePaneFailure';
import { useWords } from './useWords';

interface StartScreenProps {
  readonly step: StartStep;
  readonly onAnalyze: () => void;
  readonly onRestore: () => void;
}

/** The one button, and what it will do. */
export function StartScreen({ step, onAnalyze, onRestore }: StartScreenProps) {
  const words = useWords();
  const { pane } = words;
  const { restoring = false } = step;
  const styles = useStyles();
  return (
    <Screen>
      {step.restored && <Notice kind="info">{pane.start.restored(step.restored)}</Notice>}
      {step.failure && <Notice kind="error">{describePaneFailure(step.failure, words)}</Notice>}
      <h1 className={styles.title}>{pane.start.headline}</h1>
      <p className={styles.promise}>{pane.start.promise}</p>
      <Button
        appearance="primary"
        size="large"
        className={styles.button}
        disabled={restoring}
        onClick={onAnalyze}
      >
        {pane.start.analyze}
      </Button>
      <ul className={styles.list}>
        {pane.start.facts.map((fact) => (
          <li key={fact} className={styles.fact}>
            {fact}
          </li>
        ))}
      </ul>
      {restoring ? (
        <Spinner size="tiny" label={pane.result.busy.restore} labelPosition="after" />
      ) : step.restored ? null : (
        <p className={styles.earlier}>
          {pane.start.earlier}
          <Button appearance="transparent" className={styles.restore} onClick={onRestore}>
            {pane.more.restore}
          </Button>
        </p>
      )}
    </Screen>
  );
}

const useStyles = makeStyles({
  title: {
    marginTop: '24px',
    marginBottom: '8px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  promise: { marginTop: 0, marginBottom: '24px', color: tokens.colorNeutralForeground2 },
  button: { width: '100%', maxWidth: '360px' },
  list: { marginTop: '24px', paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
  fact: { marginBottom: '8px' },
  earlier: {
    marginTop: '24px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  restore: {
    minWidth: 0,
    verticalAlign: 'baseline',
    paddingTop: 0,
    paddingBottom: 0,
    paddingLeft: '4px',
    paddingRight: '4px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForeground1,
  },
});
