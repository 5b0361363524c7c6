import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { PaneCustomers } from '../../app/pane/paneAnalysis';
import { PRIORITIES, TRENDS } from '../../core';
import { Amount } from '../parts/Amount';
import { PriorityMark, TrendMark } from '../parts/marks';
import { useWords } from '../useWords';

export const ROW_HEIGHT = 60;

interface CustomerRowProps {
  readonly customers: PaneCustomers;
  readonly position: number;
}

/** One customer on two lines: who, how urgent; how much, where it goes. */
export const CustomerRow = memo(function CustomerRow({ customers, position }: CustomerRowProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const id = customers.id[position] ?? '';
  const phone = customers.phone[position] ?? '';
  const notes = [id, phone === '' ? '' : pane.customers.phoneTail(phone.slice(-4))];
  return (
    <>
      <div className={styles.line}>
        <PriorityMark priority={PRIORITIES[customers.priority[position] ?? 3] ?? 'P4'} />
        <span className={styles.name}>{customers.name[position] || id}</span>
        {customers.crossOwned[position] === 1 && (
          <span className={styles.shared}>{pane.customers.shared}</span>
        )}
        <span className={styles.amount}>
          <Amount fen={customers.balanceFen[position] ?? 0} />
        </span>
      </div>
      <div className={styles.second}>
        <span className={styles.notes}>{notes.filter((note) => note !== '').join(' · ')}</span>
        <TrendMark trend={TRENDS[customers.trend[position] ?? 2] ?? 'stable'} />
      </div>
    </>
  );
});

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', paddingTop: '8px' },
  name: {
    marginLeft: '8px',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  shared: {
    flexShrink: 0,
    marginLeft: '8px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingLeft: '4px',
    paddingRight: '4px',
    lineHeight: '16px',
  },
  amount: {
    flexShrink: 0,
    marginLeft: 'auto',
    paddingLeft: '8px',
    fontVariantNumeric: 'tabular-nums',
  },
  second: {
    display: 'flex',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '22px',
  },
  notes: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingLeft: '36px',
  },
});
