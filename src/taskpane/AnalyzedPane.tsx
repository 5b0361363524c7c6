import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PaneStore } from '../app/pane/createPaneStore';
import { PLACES, type Place, type ResultStep } from '../app/pane/paneState';
import { EVERY_CUSTOMER, type CustomerFilter } from '../app/pane/search/filterCustomers';
import { CopiedNotice } from './CopiedNotice';
import { CallScreen } from './call/CallScreen';
import { CustomersScreen } from './customers/CustomersScreen';
import { MoreMenu } from './MoreMenu';
import type { PaneHost } from './paneHost';
import { ResultScreen } from './result/ResultScreen';
import { SettingsScreen } from './settings/SettingsScreen';
import { useWords } from './useWords';

interface AnalyzedPaneProps {
  readonly step: ResultStep;
  readonly place: Place;
  readonly host: PaneHost;
  readonly store: PaneStore;
}

/** What can be done with an analysis: look, find, call, set. */
export function AnalyzedPane({ step, place, host, store }: AnalyzedPaneProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const [filter, setFilter] = useState<CustomerFilter>(EVERY_CUSTOMER);
  const [callAt, setCallAt] = useState<number>();
  return (
    <>
      <header className={styles.header}>
        <TabList
          size="small"
          selectedValue={place}
          onTabSelect={(_, { value }) => {
            store.goTo(value as Place);
          }}
          aria-label={pane.places.label}
        >
          {PLACES.map((name) => (
            <Tab key={name} value={name} className={styles.tab}>
              {pane.places[name]}
            </Tab>
          ))}
        </TabList>
        <MoreMenu step={step} host={host} store={store} />
      </header>
      {step.copied && (
        <div className={styles.notice}>
          <CopiedNotice copied={step.copied} onDismiss={store.dismissNotice} />
        </div>
      )}
      {place === 'result' && (
        <ResultScreen
          step={step}
          store={store}
          onList={(change) => {
            setFilter({ ...EVERY_CUSTOMER, ...change });
            store.goTo('customers');
          }}
          onCall={() => {
            setCallAt(undefined);
            store.goTo('call');
          }}
          onSettings={() => {
            store.goTo('settings');
          }}
        />
      )}
      {place === 'customers' && (
        <CustomersScreen
          step={step}
          store={store}
          filter={filter}
          onFilter={setFilter}
          onCall={(position) => {
            setCallAt(position);
            store.goTo('call');
          }}
        />
      )}
      {place === 'call' && (
        <CallScreen
          step={step}
          host={host}
          store={store}
          {...(callAt !== undefined && { callAt })}
        />
      )}
      {place === 'settings' && <SettingsScreen step={step} host={host} store={store} />}
    </>
  );
}

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexShrink: 0,
    // Wide fonts leave the menu no room beside the tabs.
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingLeft: '10px',
    paddingRight: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  notice: { flexShrink: 0, paddingTop: '12px', paddingLeft: '16px', paddingRight: '16px' },
  tab: { paddingLeft: '6px', paddingRight: '6px' },
});
