import { useStore } from 'zustand';
import { isBlank } from './grid-row.ts';
import type { GridSession } from './grid-session.ts';

/** How many prices the grid holds, finished or not. */
export function usePriceCount({ state }: GridSession): number {
  return useStore(state, ({ rows }) => Object.values(rows).filter((row) => !isBlank(row)).length);
}
