import { Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneAnalysis } from '../../app/pane/paneAnalysis';
import { Section } from '../parts/Section';
import type { PaneHost } from '../paneHost';
import { keepCapacity, readCapacity } from '../paneMemory';
import { useWords } from '../useWords';
import type { DraftProps } from './SettingsScreen';

interface BookSettingsProps extends DraftProps {
  readonly analysis: PaneAnalysis;
  readonly host: PaneHost;
}

const CAPACITY = /^[1-9]\d{0,3}$/;

/** Managers shown as boxes to tick; more of them are typed. */
const SHOWN_MANAGERS = 12;

/** Whose book it is, as of which day, and how many calls a day. */
export function BookSettings({ draft, onChange, wrong, analysis, host }: BookSettingsProps) {
  const { pane, format } = useWords();
  const styles = useStyles();
  const [capacity, setCapacity] = useState(() => String(readCapacity(host.storage)));
  const managers = analysis.managers.slice(0, SHOWN_MANAGERS);
  const spell = ({ name, code }: PaneAnalysis['managers'][number]): string =>
    name !== '' && code !== '' ? `${name}(${code})` : name || code;
  return (
    <Section title={pane.settings.book}>
      <Field label={pane.settings.me} hint={pane.settings.meHint} className={styles.field}>
        <Input
          value={draft.me}
          onChange={(_, { value }) => {
            onChange({ me: value });
          }}
        />
      </Field>
      {managers.length > 0 && (
        <div role="group" aria-label={pane.settings.predecessors} className={styles.field}>
          <div>{pane.settings.predecessors}</div>
          {managers.map((manager) => {
            const spelled = spell(manager);
            const isTicked = draft.predecessors.some(
              (text) => text === spelled || text === manager.name,
            );
            return (
              <Checkbox
                key={spelled}
                className={styles.box}
                checked={isTicked}
                label={pane.settings.manager(spelled, manager.accounts)}
                onChange={() => {
                  const others = draft.predecessors.filter(
                    (text) => text !== spelled && text !== manager.name,
                  );
                  onChange({ predecessors: isTicked ? others : [...others, spelled] });
                }}
              />
            );
          })}
        </div>
      )}
      <Field
        label={pane.settings.asOf}
        hint={pane.settings.asOfHint(analysis.dataDate)}
        validationState={wrong === 'asOf' ? 'error' : 'none'}
        className={styles.field}
      >
        <Input
          value={draft.asOf}
          placeholder={format.day(analysis.dataDate)}
          onChange={(_, { value }) => {
            onChange({ asOf: value });
          }}
        />
      </Field>
      <Field
        label={pane.settings.capacity}
        validationMessage={CAPACITY.test(capacity) ? null : pane.settings.capacityFault}
        className={styles.field}
      >
        <Input
          value={capacity}
          inputMode="numeric"
          onChange={(_, { value }) => {
            setCapacity(value);
            if (CAPACITY.test(value)) keepCapacity(host.storage, Number(value));
          }}
        />
      </Field>
    </Section>
  );
}

const useStyles = makeStyles({
  field: { marginBottom: '12px' },
  box: { display: 'flex' },
});
