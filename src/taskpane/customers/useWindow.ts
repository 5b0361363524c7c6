import { useEffect, useState, type RefObject } from 'react';

/** Rows beyond the edges that are ready before they scroll into sight. */
const OVERSCAN = 4;
/** Where nothing can be measured yet. */
const ASSUMED_HEIGHT = 600;

/**
 * Which rows of a fixed height are in sight of a scrolling box: from `first` up to before `last`, as
 * many at each place.
 */
export function useWindow(
  box: RefObject<HTMLElement>,
  rowCount: number,
  rowHeight: number,
): { readonly first: number; readonly last: number } {
  const [view, setView] = useState({ top: 0, height: ASSUMED_HEIGHT });
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let frame = 0;
    const measure = (): void => {
      frame = 0;
      setView({ top: element.scrollTop, height: element.clientHeight || ASSUMED_HEIGHT });
    };
    // One measurement a frame, however often the wheel turns.
    const onScroll = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    element.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('resize', onScroll);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', onScroll);
      window.removeEventListener('resize', onScroll);
    };
  }, [box, rowCount]);
  const count = Math.min(rowCount, Math.ceil(view.height / rowHeight) + 1 + 2 * OVERSCAN);
  const wanted = Math.floor(view.top / rowHeight) - OVERSCAN;
  const first = Math.max(0, Math.min(wanted, rowCount - count));
  return { first, last: first + count };
}
