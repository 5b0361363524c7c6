import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../useWords';
import { AlertIcon, CloseIcon, InfoIcon } from './icons';

interface NoticeProps {
  readonly kind: 'error' | 'caution' | 'info';
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  readonly onDismiss?: () => void;
}

/** Something the user should know, with a way out. Errors are read out at once. */
export function Notice({ kind, children, action, onDismiss }: NoticeProps) {
  const { pane } = useWords();
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.box, styles[kind])}>
      <span className={mergeClasses(styles.icon, styles[`${kind}Icon`])} aria-hidden="true">
        {kind === 'info' ? <InfoIcon /> : <AlertIcon />}
      </span>
      <div className={styles.text}>
        <div role={kind === 'error' ? 'alert' : undefined}>{children}</div>
        {action && (
          <Button size="small" className={styles.action} onClick={action.onClick}>
            {action.label}
          </Button>
        )}
      </div>
      {onDismiss && (
        <Button
          size="small"
          appearance="subtle"
          icon={<CloseIcon />}
          aria-label={pane.dismiss}
          onClick={onDismiss}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'flex-start',
    marginBottom: '12px',
    paddingTop: '10px',
    paddingBottom: '10px',
    paddingLeft: '12px',
    paddingRight: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { flexShrink: 0, width: '18px', height: '20px', marginRight: '8px', marginTop: '1px' },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', wordBreak: 'break-word' },
  action: { marginTop: '8px' },
  error: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
  },
  errorIcon: { color: tokens.colorPaletteRedForeground1 },
  caution: {
    backgroundColor: tokens.colorPaletteYellowBackground1,
    border: `1px solid ${tokens.colorPaletteYellowBorder1}`,
  },
  cautionIcon: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { backgroundColor: tokens.colorNeutralBackground3 },
  infoIcon: { color: tokens.colorBrandForeground1 },
});
