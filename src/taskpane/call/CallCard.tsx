import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type RefObject } from 'react';
import type { CustomerDetail, PaneAnalysis } from '../../app/pane/paneAnalysis';
import { NAME_SOURCES, NO_DAY, PRIORITIES, STANCES, TRENDS, VALUE_CLASSES } from '../../core';
import { copyText } from '../copyText';
import { Amount } from '../parts/Amount';
import { CopyIcon } from '../parts/icons';
import { PriorityMark, TrendMark } from '../parts/marks';
import { Notice } from '../parts/Notice';
import { useWords } from '../useWords';

interface CallCardProps {
  readonly analysis: PaneAnalysis;
  readonly position: number;
  readonly detail: CustomerDetail | undefined;
  readonly headingRef: RefObject<HTMLHeadingElement>;
  readonly onShow: () => void;
}

/** Who is called, what is known, why now. */
export function CallCard({ analysis, position, detail, headingRef, onShow }: CallCardProps) {
  const words = useWords();
  const { pane, terms, format } = words;
  const styles = useStyles();
  const { customers, hasBalance, hasDailyAverage, hasDelta } = analysis;
  const id = customers.id[position] ?? '';
  const phone = customers.phone[position] ?? '';
  const maturity = customers.nextMaturity[position] ?? NO_DAY;
  const stance = STANCES[(detail?.stance ?? 0) - 1];
  return (
    <section className={styles.card}>
      <div className={styles.first}>
        <PriorityMark priority={PRIORITIES[customers.priority[position] ?? 3] ?? 'P4'} />
        <h1 className={styles.name} ref={headingRef} tabIndex={-1}>
          {customers.name[position] || id}
        </h1>
        {hasDelta && <TrendMark trend={TRENDS[customers.trend[position] ?? 2] ?? 'stable'} />}
      </div>
      <Phone key={position} phone={phone} />
      <dl className={styles.facts}>
        {hasBalance && (
          <Fact label={terms.bases.balance}>
            <Amount fen={customers.balanceFen[position] ?? 0} />
          </Fact>
        )}
        {hasDailyAverage && (
          <Fact label={terms.bases.dailyAverage}>
            <Amount fen={customers.dailyAverageFen[position] ?? 0} />
          </Fact>
        )}
        <Fact label={pane.call.valueClass}>
          {VALUE_CLASSES[customers.valueClass[position] ?? 2] ?? 'C'}
        </Fact>
        {maturity !== NO_DAY && <Fact label={pane.call.maturity}>{format.day(maturity)}</Fact>}
        {stance !== undefined && detail !== undefined && (
          <Fact label={pane.call.ownShare}>
            {format.share(detail.ownShare)} · {terms.stances[stance]}
          </Fact>
        )}
        {detail !== undefined && detail.branch !== '' && (
          <Fact label={terms.fields.branch}>{detail.branch}</Fact>
        )}
      </dl>
      {detail && (
        <ul className={styles.reasons} aria-label={pane.call.reasons}>
          {detail.reasons.map((reason) => (
            <li key={reason.code}>{words.reason(reason)}</li>
          ))}
        </ul>
      )}
      {listCautions().map((caution) => (
        <Notice key={caution} kind="caution">
          {caution}
        </Notice>
      ))}
      <Button size="small" appearance="subtle" className={styles.show} onClick={onShow}>
        {pane.call.showRow(position + 1, customers.count)}
      </Button>
    </section>
  );

  function listCautions(): readonly string[] {
    const source = NAME_SOURCES[customers.nameSource[position] ?? 0] ?? 'ledger';
    const others = detail?.parts.filter(({ own }) => !own).map(({ manager }) => manager) ?? [];
    const named = format.list(others.map((name) => name || terms.unnamedManager));
    return [
      ...(customers.foreign[position] === 1 ? [pane.call.cautions.foreign(named)] : []),
      ...(customers.crossOwned[position] === 1 ? [pane.call.cautions.shared(named)] : []),
      ...(source === 'masked' || source === 'missing' || source === 'conflict'
        ? [pane.call.cautions.name(terms.nameSources[source])]
        : []),
    ];
  }
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function Phone({ phone }: { readonly phone: string }) {
  const { pane } = useWords();
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  if (phone === '') return <p className={styles.noPhone}>{pane.call.noPhone}</p>;
  return (
    <p className={styles.phone}>
      <span className={styles.number}>{phone}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={<CopyIcon />}
        onClick={() => {
          void copyText(phone).then(setCopied);
        }}
      >
        {copied ? pane.copied : pane.call.copyPhone}
      </Button>
    </p>
  );
}

const useStyles = makeStyles({
  card: { marginBottom: '4px' },
  first: { display: 'flex', alignItems: 'center' },
  name: {
    flexGrow: 1,
    minWidth: 0,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: '8px',
    marginRight: '8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  phone: { display: 'flex', alignItems: 'center', marginTop: '4px', marginBottom: '8px' },
  number: {
    fontSize: tokens.fontSizeBase400,
    fontVariantNumeric: 'tabular-nums',
    marginRight: '4px',
  },
  noPhone: { marginTop: '4px', marginBottom: '8px', color: tokens.colorNeutralForeground3 },
  facts: { display: 'flex', flexWrap: 'wrap', marginTop: 0, marginBottom: '8px' },
  fact: { minWidth: '50%', marginBottom: '6px', boxSizing: 'border-box', paddingRight: '8px' },
  term: {
    '::first-letter': { textTransform: 'uppercase' },
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  value: { marginLeft: 0, fontVariantNumeric: 'tabular-nums' },
  reasons: { marginTop: 0, marginBottom: '8px', paddingLeft: '18px' },
  show: {
    marginLeft: '-8px',
    color: tokens.colorBrandForeground1,
    // There it has a border.
    '@media (forced-colors: active)': { marginLeft: 0 },
  },
});
