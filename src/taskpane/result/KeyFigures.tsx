import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneAnalysis } from '../../app/pane/paneAnalysis';
import { Amount } from '../parts/Amount';
import { useWords } from '../useWords';

interface KeyFiguresProps {
  readonly analysis: PaneAnalysis;
  readonly onCustomers: () => void;
  readonly onBalance: () => void;
}

/** How many customers, how much money. */
export function KeyFigures({ analysis, onCustomers, onBalance }: KeyFiguresProps) {
  const { pane, format, terms } = useWords();
  const styles = useStyles();
  const { figures, hasBalance, hasDailyAverage } = analysis;
  const main = hasBalance ? 'balance' : 'dailyAverage';
  return (
    <div className={styles.grid}>
      <button type="button" className={styles.figure} onClick={onCustomers}>
        <span className={styles.label}>{pane.result.customers}</span>
        <span className={styles.number}>{format.count(figures.customers)}</span>
        <span className={styles.note}>{pane.result.accounts(figures.accounts)}</span>
      </button>
      <button type="button" className={styles.figure} onClick={onBalance}>
        <span className={styles.label}>{terms.bases[main]}</span>
        <span className={styles.number}>
          <Amount fen={hasBalance ? figures.balanceFen : figures.dailyAverageFen} />
        </span>
        {hasBalance && hasDailyAverage && (
          <span className={styles.note}>
            {terms.bases.dailyAverage} <Amount fen={figures.dailyAverageFen} />
          </span>
        )}
      </button>
    </div>
  );
}

const useStyles = makeStyles({
  // Long amounts go below the count where they have no room beside it.
  grid: {
    display: 'flex',
    flexWrap: 'wrap',
    marginLeft: '-4px',
    marginRight: '-4px',
    marginBottom: '-8px',
  },
  figure: {
    // Long amounts take their width from the count beside them.
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 'auto',
    marginLeft: '4px',
    marginRight: '4px',
    marginBottom: '8px',
    paddingTop: '10px',
    paddingBottom: '10px',
    paddingLeft: '12px',
    paddingRight: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  label: {
    display: 'block',
    '::first-letter': { textTransform: 'uppercase' },
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  number: {
    display: 'block',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  note: {
    display: 'block',
    '::first-letter': { textTransform: 'uppercase' },
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});
