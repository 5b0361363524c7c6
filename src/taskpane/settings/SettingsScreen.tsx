import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { ResultStep } from '../../app/pane/paneState';
import { draftOf, readDraft, type SettingsDraft } from '../../app/pane/settingsDraft';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Screen } from '../parts/Screen';
import type { PaneHost } from '../paneHost';
import { useWords } from '../useWords';
import { BookSettings } from './BookSettings';
import { ScriptEditor } from './ScriptEditor';
import { ScriptSettingsForm } from './ScriptSettingsForm';
import { SettingsFile } from './SettingsFile';
import { Thresholds } from './Thresholds';

interface SettingsScreenProps {
  readonly step: ResultStep;
  readonly host: PaneHost;
  readonly store: PaneStore;
}

export interface DraftProps {
  readonly draft: SettingsDraft;
  readonly onChange: (change: Partial<SettingsDraft>) => void;
  /** Key of the field that does not fit. */
  readonly wrong?: string | undefined;
}

/** Everything that can be set: whose book, thresholds, scripts. Kept in the workbook. */
export function SettingsScreen({ step, host, store }: SettingsScreenProps) {
  const { pane, scripts } = useWords();
  const styles = useStyles();
  const { chosen } = store.getState();
  const [place, setPlace] = useState('book');
  const [draft, setDraft] = useState(() => draftOf(chosen));
  const [saved, setSaved] = useState(false);
  const read = readDraft(draft, chosen, scripts);
  const onChange = (change: Partial<SettingsDraft>): void => {
    setDraft((before) => ({ ...before, ...change }));
    setSaved(false);
  };
  const fields = { draft, onChange, wrong: read.ok ? undefined : read.fault.key };
  const save = async (): Promise<void> => {
    if (!read.ok) return;
    await store.rank(read.value);
    await store.keep(read.value);
    setSaved(true);
  };
  const isSaved = saved && step.failure === undefined;
  return (
    <Screen
      title={pane.places.settings}
      footer={
        <div className={styles.footer}>
          {!read.ok && (
            <div className={styles.fault}>
              <Notice kind="error">{pane.settings.fault(read.fault)}</Notice>
            </div>
          )}
          <Button
            appearance="primary"
            className={styles.main}
            disabled={!read.ok || step.busy !== undefined}
            onClick={() => void save()}
          >
            {pane.settings.save}
          </Button>
          <span role="status" className={isSaved ? styles.saved : undefined}>
            {isSaved ? pane.settings.saved : ''}
          </span>
        </div>
      }
    >
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={place}
        aria-label={pane.settings.places.label}
        onTabSelect={(_, { value }) => {
          setPlace(String(value));
        }}
      >
        <Tab value="book">{pane.settings.places.book}</Tab>
        <Tab value="scripts">{pane.settings.places.scripts}</Tab>
        <Tab value="templates">{pane.settings.places.templates}</Tab>
      </TabList>
      <div className={styles.body}>
        <FailureNotice step={step} store={store} />
        {place === 'book' && (
          <>
            <BookSettings {...fields} analysis={step.analysis} host={host} />
            <Thresholds {...fields} />
            <SettingsFile
              host={host}
              chosen={read.ok ? read.value : chosen}
              onImport={(imported) => {
                onChange(draftOf(imported));
              }}
            />
          </>
        )}
        {place === 'scripts' && <ScriptSettingsForm draft={draft} onChange={onChange} />}
        {place === 'templates' && (
          <ScriptEditor
            draft={draft}
            onChange={onChange}
            store={store}
            analysis={step.analysis}
            chosen={read.ok ? read.value : undefined}
          />
        )}
      </div>
    </Screen>
  );
}

const useStyles = makeStyles({
  // Their words stand where the text below begins.
  tabs: { marginLeft: '-6px' },
  footer: { display: 'flex', alignItems: 'center', flexWrap: 'wrap' },
  // Beside the button that it stops, wherever the field may have been scrolled to.
  fault: { flexBasis: '100%' },
  main: { flexGrow: 1 },
  saved: {
    marginLeft: '8px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  body: { marginTop: '12px' },
});
