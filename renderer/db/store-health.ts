import type { SavingState } from './journal-writer.ts';
import { createListeners } from './listeners.ts';
import type { StoreHealth } from './stores.ts';

export interface HealthBoard {
  health(): StoreHealth;
  onHealth(listener: () => void): () => void;
  change(part: Partial<StoreHealth>): void;
  /** What the writer says of itself, at `nowMs`. */
  saving(state: SavingState, nowMs: number): void;
}

export function createHealthBoard(initial: Partial<StoreHealth>): HealthBoard {
  const listeners = createListeners();
  let health: StoreHealth = {
    saving: 'saved',
    savedAtMs: null,
    failure: null,
    wasRebuilt: false,
    isIndexBehind: false,
    unknownRecords: 0,
    setAsideBytes: 0,
    missing: null,
    clockOffsetMs: null,
    ...initial,
  };

  function change(part: Partial<StoreHealth>): void {
    health = { ...health, ...part };
    listeners.tell();
  }

  return {
    health: () => health,
    onHealth: listeners.add,
    change,
    saving(state, nowMs) {
      if (state.saving === 'failed') change(state);
      // A failure is shown until something was saved again, also while that is being tried.
      else if (state.saving === 'saving' && health.saving !== 'failed') change(state);
      else if (state.saving === 'saved') change({ ...state, savedAtMs: nowMs, failure: null });
    },
  };
}
