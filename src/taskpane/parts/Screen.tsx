import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface ScreenProps {
  readonly children: ReactNode;
  /** The screen's name for screen readers, where no heading shows it. */
  readonly title?: string | undefined;
  /** What stays at the bottom while the rest scrolls: the screen's one main action. */
  readonly footer?: ReactNode;
}

/** A screen's body, scrolling, over a footer that does not. */
export function Screen({ children, title, footer }: ScreenProps) {
  const styles = useStyles();
  return (
    <>
      <main className={styles.body} tabIndex={-1}>
        <div className={styles.column}>
          {title !== undefined && <HiddenTitle>{title}</HiddenTitle>}
          {children}
        </div>
      </main>
      {footer !== undefined && (
        <footer className={styles.footer}>
          <div className={styles.column}>{footer}</div>
        </footer>
      )}
    </>
  );
}

/** A heading that only screen readers need: the tab above says the same. */
export function HiddenTitle({ children }: { readonly children: string }) {
  const styles = useStyles();
  return <h1 className={styles.hidden}>{children}</h1>;
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  body: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minHeight: 0,
    // What is hidden within scrolls with it.
    position: 'relative',
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
