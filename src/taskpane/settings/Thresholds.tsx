import { Field, Input, makeStyles, Switch } from '@fluentui/react-components';
import { NUMBER_SETTINGS, type NumberSetting } from '../../app/pane/settingsDraft';
import { Fold } from '../parts/Section';
import { useWords } from '../useWords';
import type { DraftProps } from './SettingsScreen';

/** The numbers that ranks, trends and stances hang on. */
export function Thresholds({ draft, onChange, wrong }: DraftProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const keys = Object.keys(NUMBER_SETTINGS) as NumberSetting[];
  return (
    <Fold title={pane.settings.thresholds}>
      <div className={styles.grid}>
        {keys.map((key) => (
          <Field
            key={key}
            label={pane.settings.numbers[key]}
            validationState={wrong === key ? 'error' : 'none'}
            className={styles.field}
          >
            <Input
              className={styles.input}
              value={draft.numbers[key]}
              inputMode="decimal"
              contentAfter={pane.settings.units[NUMBER_SETTINGS[key]]}
              onChange={(_, { value }) => {
                onChange({ numbers: { ...draft.numbers, [key]: value } });
              }}
            />
          </Field>
        ))}
      </div>
      <Switch
        checked={draft.keepDuplicates}
        label={pane.settings.keepDuplicates}
        onChange={(_, { checked }) => {
          onChange({ keepDuplicates: checked });
        }}
      />
    </Fold>
  );
}

const useStyles = makeStyles({
  grid: { display: 'flex', flexWrap: 'wrap', marginRight: '-12px' },
  field: {
    flexBasis: '120px',
    flexGrow: 1,
    minWidth: 0,
    marginRight: '12px',
    marginBottom: '12px',
  },
  // An input is as wide as twenty letters otherwise.
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});
