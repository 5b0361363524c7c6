import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChevronIcon } from './icons';

interface LinkRowProps {
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly value: ReactNode;
  readonly onClick: () => void;
}

/** A figure on one line that leads to its rows. */
export function LinkRow({ label, note, value, onClick }: LinkRowProps) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.row} onClick={onClick}>
      <span className={styles.label}>
        {label}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </span>
      <span className={styles.value}>{value}</span>
      <span className={styles.chevron} aria-hidden="true">
        <ChevronIcon />
      </span>
    </button>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    width: '100%',
    minHeight: '40px',
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingLeft: '8px',
    paddingRight: 0,
    marginLeft: '-8px',
    boxSizing: 'content-box',
    borderTopStyle: 'none',
    borderLeftStyle: 'none',
    borderRightStyle: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  label: { flexGrow: 1, minWidth: 0 },
  note: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  value: {
    flexShrink: 0,
    marginLeft: '12px',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  },
  chevron: {
    flexShrink: 0,
    width: '20px',
    height: '20px',
    marginLeft: '4px',
    color: tokens.colorNeutralForeground3,
  },
});
