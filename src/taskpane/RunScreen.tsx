import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { runShare, STAGES, type RunStep } from '../app/pane/paneState';
import { Screen } from './parts/Screen';
import { useWords } from './useWords';

interface RunScreenProps {
  readonly step: RunStep;
  readonly onCancel: () => void;
}

/** Where the run stands, stage by stage, with a way out at any moment. */
export function RunScreen({ step, onCancel }: RunScreenProps) {
  const { pane, format } = useWords();
  const styles = useStyles();
  const { progress, cancelling } = step;
  const current = STAGES.indexOf(progress.stage);
  return (
    <Screen>
      <h1 className={styles.title}>{pane.run.title}</h1>
      <ProgressBar value={runShare(progress)} aria-label={pane.run.title} thickness="large" />
      <p role="status" className={styles.status}>
        {pane.run.stage(current + 1, STAGES.length, progress.stage)}
      </p>
      <ol className={styles.stages}>
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            className={index <= current ? styles.reached : styles.waiting}
            aria-current={index === current ? 'step' : undefined}
          >
            <span aria-hidden="true" className={styles.mark}>
              {index < current ? '✓' : index === current ? '●' : '○'}
            </span>
            {pane.run.stages[stage]}
            {index === current && progress.total > 1 && (
              <span className={styles.count}>
                {pane.run.share(format.share(Math.min(1, progress.done / progress.total)))}
              </span>
            )}
          </li>
        ))}
      </ol>
      <Button onClick={onCancel} disabled={cancelling}>
        {cancelling ? pane.run.cancelling : pane.run.cancel}
      </Button>
      <p className={styles.hint}>{pane.run.hint}</p>
    </Screen>
  );
}

const useStyles = makeStyles({
  title: {
    marginTop: '24px',
    marginBottom: '16px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  status: { marginTop: '12px', marginBottom: '12px', color: tokens.colorNeutralForeground2 },
  stages: { listStyleType: 'none', paddingLeft: 0, marginTop: 0, marginBottom: '20px' },
  reached: { display: 'flex', lineHeight: '28px' },
  waiting: { display: 'flex', lineHeight: '28px', color: tokens.colorNeutralForeground3 },
  mark: { width: '24px', color: tokens.colorBrandForeground1 },
  count: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' },
  hint: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});
