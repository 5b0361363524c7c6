import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Priority, Trend } from '../../core';
import { useWords } from '../useWords';

/** A trend as word, symbol and colour: never by colour alone. */
export function TrendMark({ trend }: { readonly trend: Trend }) {
  const { terms } = useWords();
  const styles = useStyles();
  return <span className={mergeClasses(styles.trend, styles[trend])}>{terms.trends[trend]}</span>;
}

/** P1 to P4; what it means on hover and for screen readers. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { terms } = useWords();
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.priority, styles[priority])}
      title={terms.priorities[priority]}
    >
      {priority}
    </span>
  );
}

const useStyles = makeStyles({
  trend: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  outflow: { color: tokens.colorPaletteRedForeground1 },
  inflow: { color: tokens.colorPaletteGreenForeground1 },
  stable: { color: tokens.colorNeutralForeground2 },
  priority: {
    display: 'inline-block',
    minWidth: '26px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
  },
  P1: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorPaletteRedBackground3,
    border: `1px solid ${tokens.colorPaletteRedBackground3}`,
  },
  P2: {
    color: tokens.colorBrandForeground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  P3: { color: tokens.colorNeutralForeground1 },
  P4: { color: tokens.colorNeutralForeground3 },
});
