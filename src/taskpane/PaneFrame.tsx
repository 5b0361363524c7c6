import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { messages, type Language } from '../messages';
import type { PaneTheme } from './paneHost';
import { WordsContext } from './useWords';

const THEMES = {
  light: webLightTheme,
  dark: webDarkTheme,
  // Its own fonts are wider where the system has none of them.
  highContrast: { ...teamsHighContrastTheme, fontFamilyBase: webLightTheme.fontFamilyBase },
} as const;

interface PaneFrameProps {
  readonly language: Language;
  readonly theme: PaneTheme;
  readonly children: ReactNode;
}

/** What every screen stands in: its look and its words. */
export function PaneFrame({ language, theme, children }: PaneFrameProps) {
  const styles = useStyles();
  // Questions stand outside of the pane's element, and are read out and set in the page's language.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    // Menus and dialogs take over this element's classes: the layout is the inner one's.
    <FluentProvider theme={THEMES[theme]} lang={language} style={FULL_HEIGHT}>
      <WordsContext.Provider value={messages(language)}>
        <div className={styles.pane}>{children}</div>
      </WordsContext.Provider>
    </FluentProvider>
  );
}

const FULL_HEIGHT = { height: '100%' } as const;

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '280px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '@media (prefers-reduced-motion: reduce)': {
      // Any other duration would make a transition of what has none, a frame for each level.
      '& *': { animationDuration: '0.01ms !important', transitionDuration: '0s !important' },
    },
  },
});
