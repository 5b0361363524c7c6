import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';

export interface MenuChoice {
  readonly label: string;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly choices: readonly MenuChoice[];
}

/**
 * A button that opens a short menu below itself, at the pane's right edge. Fluent's own menu brings
 * a library that places it anywhere, which is a twentieth of the pane's script.
 */
export function MenuButton({ label, icon, choices }: MenuButtonProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const menuId = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    itemsOf(place.current)[0]?.focus();
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
    };
  }, [open]);
  const close = (): void => {
    setOpen(false);
    place.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') setOpen(false);
    else if (event.key === 'Escape') close();
    else if (!moveFocus(itemsOf(place.current), event.key)) return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <div ref={place} className={styles.place}>
      <Button
        appearance="subtle"
        icon={icon}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => {
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      {open && (
        <div
          id={menuId}
          role="menu"
          aria-label={label}
          className={styles.menu}
          onKeyDown={onKeyDown}
        >
          {choices.map((choice) => (
            <button
              key={choice.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled={choice.disabled}
              className={styles.item}
              onClick={() => {
                if (choice.disabled) return;
                close();
                choice.onChoose();
              }}
            >
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function itemsOf(place: HTMLElement | null): HTMLElement[] {
  return Array.from(place?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);
}

/** Arrows go round, Home and End to the ends. */
function moveFocus(items: readonly HTMLElement[], key: string): boolean {
  const at = items.findIndex((item) => item === document.activeElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = moves[key];
  if (target !== undefined) items[target]?.focus();
  return target !== undefined;
}

const useStyles = makeStyles({
  place: { position: 'relative', marginLeft: 'auto' },
  menu: {
    position: 'absolute',
    top: '100%',
    right: 0,
    zIndex: 10,
    minWidth: '160px',
    maxWidth: '280px',
    paddingTop: '4px',
    paddingBottom: '4px',
    paddingLeft: '4px',
    paddingRight: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  item: {
    display: 'block',
    width: '100%',
    minHeight: '32px',
    paddingTop: '6px',
    paddingBottom: '6px',
    paddingLeft: '10px',
    paddingRight: '10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '&[aria-disabled=true]': {
      color: tokens.colorNeutralForegroundDisabled,
      cursor: 'not-allowed',
    },
  },
});
