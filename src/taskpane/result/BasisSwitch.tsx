import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { ResultStep } from '../../app/pane/paneState';
import { mergeChosen, NOTHING_CHOSEN } from '../../app/chosenSettings';
import { useWords } from '../useWords';

/** Ranks by balance or by daily average; the figures follow at once. */
export function BasisSwitch({
  step,
  store,
}: {
  readonly step: ResultStep;
  readonly store: PaneStore;
}) {
  const { pane, terms } = useWords();
  const styles = useStyles();
  const id = useId();
  const { basis, hasBalance, hasDailyAverage } = step.analysis;
  if (!hasBalance || !hasDailyAverage) return null;
  const label = (children: string) => ({ children, className: styles.choice });
  return (
    <div className={styles.line}>
      <span id={id} className={styles.label}>
        {pane.result.rankBy}
      </span>
      <RadioGroup
        layout="horizontal"
        value={basis}
        aria-labelledby={id}
        disabled={step.busy !== undefined}
        onChange={(_, { value }) => {
          const chosen = value === 'dailyAverage' ? 'dailyAverage' : 'balance';
          const change = { ...NOTHING_CHOSEN, settings: { basis: chosen } as const };
          void store.rank(mergeChosen(store.getState().chosen, change));
        }}
      >
        <Radio value="balance" label={label(terms.bases.balance)} />
        <Radio value="dailyAverage" label={label(terms.bases.dailyAverage)} />
      </RadioGroup>
    </div>
  );
}

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  choice: { '::first-letter': { textTransform: 'uppercase' } },
  label: { color: tokens.colorNeutralForeground2 },
});
