import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../messages';
import { PaneFrame } from '../taskpane/PaneFrame';
import type { PaneTheme } from '../taskpane/paneHost';
import { Screen } from '../taskpane/parts/Screen';

export interface ScreenLook {
  readonly language: Language;
  readonly theme: PaneTheme;
}

interface PlainScreenProps extends ScreenLook {
  readonly title: string;
  readonly children: ReactNode;
}

/** A screen of Excel's own, before or instead of the pane. */
export function PlainScreen({ title, children, ...look }: PlainScreenProps) {
  return (
    <PaneFrame {...look}>
      <Screen>
        <PlainTitle title={title} />
        {children}
      </Screen>
    </PaneFrame>
  );
}

function PlainTitle({ title }: { readonly title: string }) {
  const styles = useStyles();
  return <h1 className={styles.title}>{title}</h1>;
}

const useStyles = makeStyles({
  title: {
    marginTop: '24px',
    marginBottom: '12px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});
