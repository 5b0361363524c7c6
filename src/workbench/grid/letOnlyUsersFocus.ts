import { DocSelectionRenderService } from '@univerjs/preset-sheets-core';

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
  const { prototype } = DocSelectionRenderService;
  const focus = Reflect.get(prototype, 'focus');
  prototype.focus = function (this: DocSelectionRenderService) {
    const isThere = isWithin(grid, document.activeElement);
    if (isThere || performance.now() < meantUntil) focus.call(this);
  };
}

function isWithin(element: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Node && element.contains(target);
}
