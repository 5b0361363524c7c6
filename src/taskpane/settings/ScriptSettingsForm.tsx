import { Field, Input, makeStyles, Select, Switch, Textarea } from '@fluentui/react-components';
import { Section } from '../parts/Section';
import { useWords } from '../useWords';
import type { DraftProps } from './SettingsScreen';

/** What the scripts say of the branch, the predecessor and the current activity. */
export function ScriptSettingsForm({ draft, onChange }: DraftProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const labels = pane.settings.scripts;
  const text = (key: 'branch' | 'landmark') => (
    <Field label={labels[key].label} hint={labels[key].hint} className={styles.field}>
      <Input
        value={draft[key]}
        onChange={(_, { value }) => {
          onChange({ [key]: value });
        }}
      />
    </Field>
  );
  return (
    <Section title={labels.title}>
      {text('branch')}
      {text('landmark')}
      <Field label={labels.activity.label} hint={labels.activity.hint} className={styles.field}>
        <Textarea
          value={draft.activity}
          resize="vertical"
          rows={4}
          onChange={(_, { value }) => {
            onChange({ activity: value });
          }}
        />
      </Field>
      <Field label={labels.move} className={styles.field}>
        <Select
          value={draft.move}
          onChange={(_, { value }) => {
            onChange({ move: value });
          }}
        >
          <option value="post">{labels.moves.post}</option>
          <option value="promotion">{labels.moves.promotion}</option>
        </Select>
      </Field>
      <Field label={labels.tie} hint={labels.tieHint} className={styles.field}>
        <Select
          value={draft.tie}
          onChange={(_, { value }) => {
            onChange({ tie: value });
          }}
        >
          <option value="">{labels.ties.none}</option>
          <option value="colleague">{labels.ties.colleague}</option>
          <option value="apprentice">{labels.ties.apprentice}</option>
        </Select>
      </Field>
      <Switch
        checked={draft.polite}
        label={labels.polite}
        onChange={(_, { checked }) => {
          onChange({ polite: checked });
        }}
      />
    </Section>
  );
}

const useStyles = makeStyles({ field: { marginBottom: '12px' } });
