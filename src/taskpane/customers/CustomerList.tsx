import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { PaneCustomers } from '../../app/pane/paneAnalysis';
import { CustomerRow, ROW_HEIGHT } from './CustomerRow';
import { useWindow } from './useWindow';
import { useWords } from '../useWords';

interface CustomerListProps {
  readonly customers: PaneCustomers;
  /** Positions in the call list that are shown, in order. */
  readonly positions: Uint32Array;
  readonly selected: number | undefined;
  readonly onSelect: (position: number) => void;
}

/** A list of which only the rows in sight exist: thirty thousand scroll like thirty. */
export function CustomerList({ customers, positions, selected, onSelect }: CustomerListProps) {
  const { pane } = useWords();
  const styles = useStyles();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, positions.length - 1);
  const { first, last } = useWindow(box, positions.length, ROW_HEIGHT);

  const slots = last - first;

  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(positions.length - 1, index));
    setActive(next);
    const element = box.current;
    if (element === null) return;
    const top = next * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    const bottom = top + ROW_HEIGHT - element.clientHeight;
    if (bottom > element.scrollTop) element.scrollTop = bottom;
  };
  const select = (index: number): void => {
    const position = positions[index];
    if (position !== undefined) onSelect(position);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: positions.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' || event.key === ' ') select(current);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={pane.customers.list}
      aria-activedescendant={
        current >= first && current < last ? `${listId}-${String(current)}` : undefined
      }
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div className={styles.space} style={{ height: positions.length * ROW_HEIGHT }} role="none">
        {Array.from({ length: slots }, (_, slot) => {
          // Elements stay and are given other rows: making them anew takes half of a frame.
          const index = first + ((slot - (first % slots) + slots) % slots);
          const position = positions[index] ?? 0;
          return (
            <div
              key={slot}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={position === selected}
              aria-setsize={positions.length}
              aria-posinset={index + 1}
              className={mergeClasses(
                styles.option,
                position === selected && styles.selected,
                index === current && styles.active,
              )}
              style={{ top: index * ROW_HEIGHT, height: ROW_HEIGHT }}
              onClick={() => {
                setActive(index);
                select(index);
              }}
            >
              <CustomerRow customers={customers} position={position} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minHeight: '120px',
    overflowY: 'auto',
    position: 'relative',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  space: { position: 'relative' },
  option: {
    contain: 'strict',
    position: 'absolute',
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    paddingLeft: '16px',
    paddingRight: '16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    // The trends' colours are told from it in the dark, too.
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  active: {
    boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`,
    // Shadows are not drawn there.
    '@media (forced-colors: active)': { borderLeft: '4px solid Highlight', paddingLeft: '12px' },
  },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-4px' },
  },
});
