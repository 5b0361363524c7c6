import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Textarea,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { useId, useState } from 'react';
import { NO_DAY, parseDay } from '../../core';
import { Section } from '../parts/Section';
import { useWords } from '../useWords';
import type { Calls } from './useCalls';

interface OutcomeFormProps {
  /** The call's result or the WeChat state, at once after it; or all that may come of it later. */
  readonly part: 'call' | 'weChat' | 'rest';
  readonly calls: Calls;
}

/** What came of the call: every tap is written into the sheet at once. */
export function OutcomeForm({ part, calls }: OutcomeFormProps) {
  const { pane, report } = useWords();
  const styles = useStyles();
  const { outcome, record } = calls;
  const { columns, callResults, weChatStates, invitations } = report.customers;
  const choose = (column: 'callResult' | 'weChat' | 'invitation', values: readonly string[]) => (
    <Choices
      label={columns[column]}
      values={values}
      value={outcome[column]}
      onChoose={(value) => {
        record({ [column]: value });
      }}
    />
  );
  if (part === 'call') return choose('callResult', callResults);
  if (part === 'weChat') return choose('weChat', weChatStates);
  return (
    <Section title={pane.call.note}>
      {calls.round === 'phone' ? choose('weChat', weChatStates) : choose('callResult', callResults)}
      {choose('invitation', invitations)}
      <NextContact calls={calls} label={columns.nextContact} />
      <Remark calls={calls} label={columns.remark} />
      <p role="status" className={styles.state}>
        {calls.saving ? pane.call.saving : calls.saved ? pane.call.saved : ''}
      </p>
    </Section>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function Choices({ label, values, value, onChoose }: ChoicesProps) {
  const styles = useStyles();
  const id = useId();
  // What was typed in the sheet by hand is shown as it stands there.
  const shown = value !== '' && !values.includes(value) ? [...values, value] : values;
  return (
    <div role="group" aria-labelledby={id} className={styles.choices}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.chips}>
        {shown.map((choice) => (
          <ToggleButton
            key={choice}
            size="small"
            className={styles.chip}
            checked={choice === value}
            onClick={() => {
              onChoose(choice === value ? '' : choice);
            }}
          >
            {choice}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}

const DAYS_AHEAD = [1, 3, 7, 30] as const;

function NextContact({ calls, label }: { readonly calls: Calls; readonly label: string }) {
  const { pane, format } = useWords();
  const styles = useStyles();
  const kept = calls.outcome.nextContact;
  const [text, setText] = useState(() => (kept === NO_DAY ? '' : format.day(kept)));
  const [wrong, setWrong] = useState(false);
  const put = (day: number): void => {
    setText(day === NO_DAY ? '' : format.day(day));
    setWrong(false);
    if (day !== kept) calls.record({ nextContact: day });
  };
  return (
    <div className={styles.choices}>
      <Field
        label={label}
        validationState={wrong ? 'error' : 'none'}
        {...(wrong && { validationMessage: pane.call.dateHint })}
      >
        <Input
          value={text}
          placeholder={format.day(calls.today + 1)}
          inputMode="numeric"
          onChange={(_, { value }) => {
            setText(value);
          }}
          onBlur={() => {
            const day = text.trim() === '' ? NO_DAY : parseDay(text);
            if (text.trim() !== '' && day <= NO_DAY) setWrong(true);
            else put(day);
          }}
        />
      </Field>
      <div className={mergeClasses(styles.chips, styles.days)}>
        {DAYS_AHEAD.map((days) => (
          <Button
            key={days}
            size="small"
            appearance="subtle"
            className={styles.chip}
            onClick={() => {
              put(calls.today + days);
            }}
          >
            {pane.call.daysAhead(days)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Excel calls a workbook damaged whose cell holds more. */
const CELL_CHARACTERS = 32_767;

function Remark({ calls, label }: { readonly calls: Calls; readonly label: string }) {
  const { pane } = useWords();
  const [text, setText] = useState(calls.outcome.remark);
  return (
    <Field label={label}>
      <Textarea
        value={text}
        placeholder={pane.call.remarkHint}
        resize="vertical"
        maxLength={CELL_CHARACTERS}
        onChange={(_, { value }) => {
          setText(value);
        }}
        onBlur={() => {
          if (text !== calls.outcome.remark) calls.record({ remark: text });
        }}
      />
    </Field>
  );
}

const useStyles = makeStyles({
  choices: { marginTop: '8px', marginBottom: '12px' },
  label: { display: 'block', marginBottom: '4px' },
  chips: { display: 'flex', flexWrap: 'wrap', marginRight: '-6px' },
  days: { marginTop: '6px' },
  chip: { minWidth: 0, marginRight: '6px', marginBottom: '6px', whiteSpace: 'nowrap' },
  state: {
    minHeight: '20px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});
