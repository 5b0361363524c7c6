import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useState } from 'react';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { ResultStep } from '../../app/pane/paneState';
import {
  createCustomerSearch,
  EVERY_CUSTOMER,
  type CustomerFilter,
} from '../../app/pane/search/filterCustomers';
import { PRIORITIES, TRENDS } from '../../core';
import { FailureNotice } from '../parts/FailureNotice';
import { HiddenTitle } from '../parts/Screen';
import { useWords } from '../useWords';
import { CustomerList } from './CustomerList';

interface CustomersScreenProps {
  readonly step: ResultStep;
  readonly store: PaneStore;
  readonly filter: CustomerFilter;
  readonly onFilter: (filter: CustomerFilter) => void;
  /** Calls the customer at this position of the call list. */
  readonly onCall: (position: number) => void;
}

/** All customers in call order: search, narrow down, find the row in the sheet. */
export function CustomersScreen({ step, store, filter, onFilter, onCall }: CustomersScreenProps) {
  const { pane, terms } = useWords();
  const styles = useStyles();
  const { customers, hasDelta } = step.analysis;
  const [chosen, setChosen] = useState<number>();
  const search = useMemo(() => createCustomerSearch(customers), [customers]);
  const wanted = useDeferredValue(filter);
  const positions = useMemo(() => search(wanted), [search, wanted]);
  // Who is searched away is not called by mistake.
  const selected = chosen !== undefined && positions.includes(chosen) ? chosen : undefined;
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(EVERY_CUSTOMER);
  return (
    <>
      <main className={styles.main} tabIndex={-1}>
        <div className={styles.head}>
          <HiddenTitle>{pane.places.customers}</HiddenTitle>
          <FailureNotice step={step} store={store} />
          <SearchBox
            className={styles.search}
            value={filter.text}
            placeholder={pane.customers.searchHint}
            aria-label={pane.customers.search}
            onChange={(_, { value }) => {
              onFilter({ ...filter, text: value });
            }}
          />
          <div className={styles.chips} role="group" aria-label={pane.customers.filters}>
            {PRIORITIES.map((priority) => (
              <Chip
                key={priority}
                label={priority}
                title={terms.priorities[priority]}
                checked={filter.priorities.includes(priority)}
                onToggle={() => {
                  onFilter({ ...filter, priorities: toggled(filter.priorities, priority) });
                }}
              />
            ))}
            {hasDelta &&
              TRENDS.map((trend) => (
                <Chip
                  key={trend}
                  label={terms.trends[trend]}
                  checked={filter.trends.includes(trend)}
                  onToggle={() => {
                    onFilter({ ...filter, trends: toggled(filter.trends, trend) });
                  }}
                />
              ))}
            <Chip
              label={pane.customers.shared}
              checked={filter.shared}
              onToggle={() => {
                onFilter({ ...filter, shared: !filter.shared });
              }}
            />
          </div>
          <div className={styles.count}>
            <span role="status">{pane.customers.count(positions.length, customers.count)}</span>
            {isNarrowed && (
              <Button
                size="small"
                appearance="transparent"
                onClick={() => {
                  onFilter(EVERY_CUSTOMER);
                }}
              >
                {pane.customers.showAll}
              </Button>
            )}
          </div>
        </div>
        {positions.length === 0 ? (
          <p className={styles.empty}>{pane.customers.none}</p>
        ) : (
          <CustomerList
            customers={customers}
            positions={positions}
            selected={selected}
            onSelect={(position) => {
              setChosen(position);
              void store.showCustomer(position);
            }}
          />
        )}
      </main>
      <footer className={styles.footer}>
        <Button
          appearance="primary"
          className={styles.call}
          disabled={selected === undefined}
          onClick={() => {
            if (selected !== undefined) onCall(selected);
          }}
        >
          {selected === undefined
            ? pane.customers.selectFirst
            : pane.customers.call(customers.name[selected] || customers.id[selected] || '')}
        </Button>
      </footer>
    </>
  );
}

interface ChipProps {
  readonly label: string;
  readonly title?: string;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function Chip({ label, title, checked, onToggle }: ChipProps) {
  const styles = useStyles();
  return (
    <ToggleButton
      size="small"
      shape="circular"
      className={styles.chip}
      checked={checked}
      title={title}
      onClick={onToggle}
    >
      {label}
    </ToggleButton>
  );
}

function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

const useStyles = makeStyles({
  main: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minHeight: 0,
    outlineStyle: 'none',
  },
  head: { flexShrink: 0, paddingTop: '12px', paddingLeft: '16px', paddingRight: '16px' },
  search: { width: '100%', maxWidth: 'none', boxSizing: 'border-box' },
  chips: { display: 'flex', flexWrap: 'wrap', marginTop: '8px', marginRight: '-6px' },
  chip: { minWidth: '36px', marginRight: '6px', marginBottom: '6px' },
  count: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '26px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  empty: { flexGrow: 1, paddingLeft: '16px', paddingRight: '16px' },
  footer: {
    display: 'flex',
    flexShrink: 0,
    paddingTop: '10px',
    paddingBottom: '12px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  call: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
});
