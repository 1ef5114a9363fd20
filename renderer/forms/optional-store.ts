import { create } from 'zustand';

const useStore = create<{ readonly shows: boolean }>(() => ({ shows: false }));

/** Whether optional questions are shown; the choice stays from row to row. */
export function useShowsOptional(): boolean {
  return useStore((state) => state.shows);
}

export function setShowsOptional(shows: boolean): void {
  useStore.setState({ shows });
}
