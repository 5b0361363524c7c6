import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface ScreenProps {
  readonly children: ReactNode;
  /** What stays at the bottom while the rest scrolls: the screen's one main action. */
  readonly footer?: ReactNode;
}

/** A screen's body, scrolling, over a footer that does not. */
export function Screen({ children, footer }: ScreenProps) {
  const styles = useStyles();
  return (
    <>
      <main className={styles.body} tabIndex={-1}>
        <div className={styles.column}>{children}</div>
      </main>
      {footer !== undefined && (
        <footer className={styles.footer}>
          <div className={styles.column}>{footer}</div>
        </footer>
      )}
    </>
  );
}

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minHeight: 0,
    overflowY: 'auto',
    paddingTop: '12px',
    paddingBottom: '16px',
    paddingLeft: '16px',
    paddingRight: '16px',
    outlineStyle: 'none',
  },
  footer: {
    flexShrink: 0,
    paddingTop: '10px',
    paddingBottom: '12px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  column: { maxWidth: '720px', marginLeft: 'auto', marginRight: 'auto' },
});
