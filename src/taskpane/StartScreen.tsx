import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { StartStep } from '../app/pane/paneState';
import { Notice } from './parts/Notice';
import { Screen } from './parts/Screen';
import { useWords } from './useWords';

interface StartScreenProps {
  readonly step: StartStep;
  readonly onAnalyze: () => void;
}

/** The one button, and what it will do. */
export function StartScreen({ step, onAnalyze }: StartScreenProps) {
  const { pane } = useWords();
  const styles = useStyles();
  return (
    <Screen>
      {step.restored && <Notice kind="info">{pane.start.restored(step.restored)}</Notice>}
      <h1 className={styles.title}>{pane.start.headline}</h1>
      <p className={styles.promise}>{pane.start.promise}</p>
      <Button appearance="primary" size="large" className={styles.button} onClick={onAnalyze}>
        {pane.start.analyze}
      </Button>
      <ul className={styles.list}>
        {pane.start.facts.map((fact) => (
          <li key={fact} className={styles.fact}>
            {fact}
          </li>
        ))}
      </ul>
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
});
