/** How long after a click or a key what takes the focus may be meant by the user. */
const GESTURE_MS = 1000;

/**
 * Leaves the focus where the user has it: the grid takes it whenever it has drawn a workbook or
 * selected a row, also for a user who is in the pane, whose keys would then go into cells.
 */
export function letOnlyUsersFocus(grid: HTMLElement): void {
  let meantUntil = 0;
  const hold = (): void => {
    meantUntil = performance.now() + GESTURE_MS;
  };
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (isWithin(grid, target)) hold();
    },
    true,
  );
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Tab' || key === 'F6' || isWithin(grid, target)) hold();
    },
    true,
  );
  grid.addEventListener('focusin', ({ relatedTarget, target }) => {
    if (performance.now() < meantUntil || isWithin(grid, relatedTarget)) return;
    if (relatedTarget instanceof HTMLElement) relatedTarget.focus({ preventScroll: true });
    else if (target instanceof HTMLElement) target.blur();
  });
}

function isWithin(element: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && element.contains(target);
}
