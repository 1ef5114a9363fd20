import { useEffect } from 'react';

/** Keeps the row with the keyboard in sight when the grid gets lower or its rows higher; one that was scrolled away stays away. */
export function useStaysInSight(grid: HTMLElement | null): void {
  useEffect(() => {
    if (!grid) return undefined;
    let seen = grid.clientHeight;
    const observer = new ResizeObserver(() => {
      const before = seen;
      seen = grid.clientHeight;
      const cell = grid.querySelector<HTMLElement>('[data-active]');
      const row = cell?.closest<HTMLElement>('[data-row]');
      if (!cell || !row) return;
      const from = row.offsetTop - grid.scrollTop;
      const wasInSight = from + row.offsetHeight > 0 && from < before;
      if (wasInSight) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    observer.observe(grid);
    return () => observer.disconnect();
  }, [grid]);
}
