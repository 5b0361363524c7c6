import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { PaneStore } from '../app/pane/createPaneStore';
import type { PaneHost } from './paneHost';
import { RestoreQuestion } from './RestoreQuestion';
import { useWords } from './useWords';

interface StepFrameProps {
  readonly host: PaneHost;
  readonly store: PaneStore;
  readonly children: ReactNode;
}

/** What every screen has: the question before all is undone, a word while a cell is edited, 收起. */
export function StepFrame({ host, store, children }: StepFrameProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const { asksRestore, step } = useSyncExternalStore(store.subscribe, store.getState);
  const place = useFocusKept(step.name);
  const isEditing = useCellEdit(host.onCellEdit);
  return (
    <div ref={place} className={styles.frame}>
      {children}
      <div role="status" className={isEditing ? styles.editing : undefined}>
        {isEditing ? pane.cellEdit : ''}
      </div>
      {host.close && (
        <div className={styles.bar}>
          <Button size="small" appearance="subtle" onClick={host.close}>
            {pane.more.close}
          </Button>
        </div>
      )}
      <RestoreQuestion
        open={asksRestore}
        onConfirm={() => void store.restore()}
        onCancel={() => {
          store.askRestore(false);
        }}
      />
    </div>
  );
}

/** A screen that goes takes the button with it that had the focus: then the next screen has it. */
function useFocusKept(screen: string) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    if (document.activeElement && document.activeElement !== document.body) return;
    place.current?.querySelector('main')?.focus();
  }, [screen]);
  return place;
}

function useCellEdit(onCellEdit: PaneHost['onCellEdit']): boolean {
  const [isEditing, setIsEditing] = useState(false);
  useEffect(() => onCellEdit?.(setIsEditing), [onCellEdit]);
  return isEditing;
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  editing: {
    flexShrink: 0,
    paddingTop: '8px',
    paddingBottom: '8px',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderTop: `1px solid ${tokens.colorPaletteYellowBorder1}`,
    backgroundColor: tokens.colorPaletteYellowBackground1,
  },
  bar: {
    display: 'flex',
    flexShrink: 0,
    justifyContent: 'flex-end',
    paddingBottom: '4px',
    paddingRight: '8px',
  },
});
