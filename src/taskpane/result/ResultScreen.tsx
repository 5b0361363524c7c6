import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { PaneStore } from '../../app/pane/createPaneStore';
import type { ResultStep } from '../../app/pane/paneState';
import type { CustomerFilter } from '../../app/pane/search/filterCustomers';
import { TRENDS } from '../../core';
import { Amount } from '../parts/Amount';
import { FailureNotice } from '../parts/FailureNotice';
import { LinkRow } from '../parts/LinkRow';
import { TrendMark } from '../parts/marks';
import { Notice } from '../parts/Notice';
import { Screen } from '../parts/Screen';
import { Fold, Section } from '../parts/Section';
import { useWords } from '../useWords';
import { BasisSwitch } from './BasisSwitch';
import { Evidence } from './Evidence';
import { KeyFigures } from './KeyFigures';
import { ParetoChart } from './ParetoChart';

interface ResultScreenProps {
  readonly step: ResultStep;
  readonly store: PaneStore;
  /** Shows the customers behind a figure. */
  readonly onList: (filter: Partial<CustomerFilter>) => void;
  readonly onCall: () => void;
  readonly onSettings: () => void;
}

/** What the book is like; each figure leads to its rows. */
export function ResultScreen({ step, store, onList, onCall, onSettings }: ResultScreenProps) {
  const words = useWords();
  const { pane, format, terms } = words;
  const styles = useStyles();
  const { analysis, detected, busy } = step;
  const { figures, warnings, assumptions } = analysis;
  const notes = [...warnings, ...assumptions.filter(({ code }) => code !== 'own.assumed')];
  const setAside = figures.rowsRead - figures.rowsKept;
  return (
    <Screen
      footer={
        <div className={styles.footer}>
          {step.written ? (
            <Button appearance="primary" className={styles.main} onClick={onCall}>
              {pane.result.startCalling(figures.priorities.P1)}
            </Button>
          ) : (
            <Button
              appearance="primary"
              className={styles.main}
              disabled={busy !== undefined}
              onClick={() => void store.write()}
            >
              {pane.result.writeSheets}
            </Button>
          )}
        </div>
      }
    >
      <h1 className={styles.title}>{pane.result.title}</h1>
      <div className={styles.context}>
        {pane.result.context(analysis.dataDate)}
        {busy !== undefined && (
          <span className={styles.busy}>
            <Spinner size="extra-tiny" label={pane.result.busy[busy]} />
          </span>
        )}
      </div>
      <FailureNotice step={step} store={store} />
      {!step.written && busy === undefined && <Notice kind="info">{pane.result.notWritten}</Notice>}
      {!analysis.ownNamed && analysis.managers.length > 0 && (
        <Notice kind="info" action={{ label: pane.result.nameOwn, onClick: onSettings }}>
          {pane.result.ownAssumed(
            format.list(
              analysis.managers.filter(({ own }) => own).map(({ name, code }) => name || code),
            ),
          )}
        </Notice>
      )}
      <KeyFigures
        analysis={analysis}
        onCustomers={() => {
          onList({});
        }}
        onBalance={() => void store.showSheet('overview')}
      />
      <ParetoChart pareto={analysis.pareto} />
      <BasisSwitch step={step} store={store} />
      <Section title={pane.result.flow}>
        {analysis.hasDelta ? (
          TRENDS.map((trend) => (
            <LinkRow
              key={trend}
              label={<TrendMark trend={trend} />}
              note={pane.result.trendNotes[trend]}
              value={
                <>
                  <div>{pane.result.customerCount(figures.trends[trend].customers)}</div>
                  <div className={styles.amount}>
                    {trend === 'stable' ? (
                      <Amount fen={figures.trends[trend].balanceFen} />
                    ) : (
                      <Amount fen={-figures.trends[trend].deltaFen} signed />
                    )}
                  </div>
                </>
              }
              onClick={() => {
                onList({ trends: [trend] });
              }}
            />
          ))
        ) : (
          <p>{pane.result.noTrend}</p>
        )}
      </Section>
      <Section title={pane.result.lookAt}>
        <LinkRow
          label={pane.result.shared}
          note={figures.exchanges > 0 ? pane.result.exchanges(figures.exchanges) : undefined}
          value={pane.result.customerCount(figures.crossOwned)}
          onClick={() => {
            onList({ shared: true });
            void store.showSheet('crossOwnership');
          }}
        />
        <LinkRow
          label={pane.result.maturing(figures.maturing.days)}
          value={
            <>
              <div>{pane.result.depositCount(figures.maturing.deposits)}</div>
              <div className={styles.amount}>
                <Amount fen={figures.maturing.balanceFen} />
              </div>
            </>
          }
          onClick={() => void store.showSheet('maturities')}
        />
        <LinkRow
          label={pane.result.setAside}
          note={pane.result.reconciled(figures.rowsRead, figures.rowsKept, figures.controlTotal)}
          value={pane.result.rowCount(setAside)}
          onClick={() => void store.showSheet('setAside')}
        />
      </Section>
      <div className={styles.folds}>
        {notes.length > 0 && (
          <Fold title={pane.result.notes(notes.length)}>
            <ul className={styles.notes}>
              {notes.map((problem, index) => (
                <li key={`${problem.code} ${String(index)}`} className={styles.note}>
                  {words.problem(problem)}
                </li>
              ))}
            </ul>
          </Fold>
        )}
        {setAside > 0 && (
          <Fold title={pane.result.setAsideReasons}>
            <ul className={styles.notes}>
              {figures.setAside.map(({ reason, rows }) => (
                <li key={reason} className={styles.note}>
                  {terms.setAsideReasons[reason]} · {pane.result.rowCount(rows)}
                </li>
              ))}
            </ul>
          </Fold>
        )}
        <Fold title={pane.result.evidence}>
          <Evidence detected={detected} analysis={analysis} />
        </Fold>
      </div>
    </Screen>
  );
}

const useStyles = makeStyles({
  footer: { display: 'flex' },
  main: { flexGrow: 1 },
  title: {
    marginTop: 0,
    marginBottom: '2px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  context: {
    display: 'flex',
    alignItems: 'center',
    marginTop: 0,
    marginBottom: '12px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  busy: { marginLeft: 'auto' },
  amount: { color: tokens.colorNeutralForeground2 },
  folds: { marginTop: '20px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  notes: { marginTop: 0, marginBottom: 0, paddingLeft: '18px' },
  note: { marginBottom: '8px', overflowWrap: 'anywhere' },
});
