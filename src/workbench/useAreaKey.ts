import { useEffect } from 'react';

/** The page's areas in their order, and what takes the focus in each. */
const AREAS: readonly (readonly [area: string, target: string])[] = [
  ['header', 'button:not(:disabled)'],
  ['.bench-sheets', '.bench-grid [contenteditable="true"]'],
  ['.bench-pane', 'button:not(:disabled)'],
];

/** F6 leads to the next area, as in Excel: within the grid, Tab goes from cell to cell. */
export function useAreaKey(): void {
  useEffect(() => {
    document.addEventListener('keydown', goToNextArea, true);
    return () => {
      document.removeEventListener('keydown', goToNextArea, true);
    };
  }, []);
}

function goToNextArea(event: KeyboardEvent): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  event.stopPropagation();
  const areas = AREAS.map(([area]) => document.querySelector<HTMLElement>(area));
  const here = areas.findIndex((area) => area?.contains(document.activeElement) === true);
  // From nowhere, the way on is to the pane.
  const from = here < 0 ? AREAS.length - 2 : here;
  const next = (from + (event.shiftKey ? AREAS.length - 1 : 1)) % AREAS.length;
  const area = areas[next];
  const target = area?.querySelector<HTMLElement>(AREAS[next]?.[1] ?? '') ?? area;
  target?.focus();
}
