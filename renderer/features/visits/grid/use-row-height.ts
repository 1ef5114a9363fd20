import { useLayoutEffect, useState } from 'react';

const ROW_REM = 2.75;

/** Rows are all of one height, which follows the size of letters: measured in the page each would cost a layout when it comes. */
function rowHeightPx(): number {
  return ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The height of a row in pixels, also when the size of letters changes while the grid is open. */
export function useRowHeight(grid: HTMLElement | null): number {
  const [height, setHeight] = useState(rowHeightPx);
  useLayoutEffect(() => {
    // The head is as high as letters make it: it is watched, and nothing is asked of a row.
    const head = grid?.firstElementChild;
    if (!head) return undefined;
    const observer = new ResizeObserver(() => setHeight(rowHeightPx()));
    observer.observe(head);
    return () => observer.disconnect();
  }, [grid]);
  return height;
}
