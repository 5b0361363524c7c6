import {
  Button,
  makeStyles,
  ProgressBar,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { CallRound } from '../../app/pane/callStep';
import type { ResultStep } from '../../app/pane/paneState';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Screen } from '../parts/Screen';
import { describePaneFailure } from '../describePaneFailure';
import type { PaneHost } from '../paneHost';
import { useWords } from '../useWords';
import { CallCard } from './CallCard';
import { CallScript } from './CallScript';
import { OutcomeForm } from './OutcomeForm';
import { useCalls } from './useCalls';
import { useDetail } from './useDetail';

interface CallScreenProps {
  readonly step: ResultStep;
  readonly host: PaneHost;
  readonly store: PaneStore;
  /** Position in the call list to begin with; else the first who is due. */
  readonly callAt?: number;
}

/** One customer at a time: who, why, what to say, what came of it. */
export function CallScreen({ step, host, store, callAt }: CallScreenProps) {
  const words = useWords();
  const { pane } = words;
  const styles = useStyles();
  const { customers } = step.analysis;
  const calls = useCalls({ customers, host, store, callAt });
  const detail = useDetail(store, customers.customer[calls.position ?? -1], step.analysis);
  const heading = useRef<HTMLHeadingElement>(null);
  const { position } = calls;
  // A reader hears who is next; the new customer begins at the top.
  useEffect(() => {
    heading.current?.focus();
    const body = heading.current?.closest('main');
    if (body) body.scrollTop = 0;
  }, [position]);

  if (calls.loading) {
    return (
      <Screen title={pane.places.call}>
        <Spinner label={pane.call.loading} />
      </Screen>
    );
  }
  return (
    <Screen
      title={position === undefined ? pane.places.call : undefined}
      footer={
        <div className={styles.footer}>
          <Button className={styles.side} disabled={!calls.canGoBack} onClick={calls.back}>
            {pane.call.back}
          </Button>
          <Button className={styles.middle} disabled={position === undefined} onClick={calls.skip}>
            {pane.call.skip}
          </Button>
          <Button
            appearance="primary"
            className={styles.next}
            disabled={position === undefined}
            onClick={calls.next}
          >
            {pane.call.next}
          </Button>
        </div>
      }
    >
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={calls.round}
        aria-label={pane.call.rounds}
        onTabSelect={(_, { value }) => {
          calls.setRound(value as CallRound);
        }}
      >
        <Tab value="phone">{pane.call.phoneRound(calls.due.phone)}</Tab>
        <Tab value="weChat">{pane.call.weChatRound(calls.due.weChat)}</Tab>
      </TabList>
      <div className={styles.progress}>
        <ProgressBar
          value={Math.min(1, calls.done / Math.max(1, calls.capacity))}
          aria-label={pane.call.progressLabel}
        />
        <span role="status" className={styles.count}>
          {pane.call.progress(calls.done, calls.capacity)}
        </span>
      </div>
      <FailureNotice step={step} store={store} />
      {calls.failure && (
        <Notice
          kind="error"
          onDismiss={calls.dismissFailure}
          action={calls.retry && { label: pane.failed.retry, onClick: calls.retry }}
        >
          {describePaneFailure(calls.failure, words)}
        </Notice>
      )}
      {calls.done >= calls.capacity && calls.capacity > 0 && (
        <Notice kind="info">{pane.call.dayDone}</Notice>
      )}
      {position === undefined ? (
        <p>{pane.call.roundDone(calls.round)}</p>
      ) : (
        <>
          <CallCard
            analysis={step.analysis}
            position={position}
            detail={detail}
            headingRef={heading}
            onShow={() => void store.showCustomer(position)}
          />
          <OutcomeForm
            key={`result ${String(position)}`}
            part={calls.round === 'phone' ? 'call' : 'weChat'}
            calls={calls}
          />
          {detail && <CallScript detail={detail} round={calls.round} />}
          <OutcomeForm key={`rest ${String(position)}`} part="rest" calls={calls} />
        </>
      )}
    </Screen>
  );
}

const useStyles = makeStyles({
  // Their words stand where the text below begins.
  tabs: { marginLeft: '-6px' },
  footer: { display: 'flex' },
  side: { minWidth: '72px' },
  middle: { minWidth: '72px', marginLeft: '8px' },
  next: { flexGrow: 1, minWidth: '72px', marginLeft: '8px' },
  progress: { display: 'flex', alignItems: 'center', marginTop: '8px', marginBottom: '12px' },
  count: {
    flexShrink: 0,
    marginLeft: '12px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});
