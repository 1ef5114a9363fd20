import { ok } from '#shared/core/result.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { HealthBoard } from './store-health.ts';
import type { SyncStore } from './stores.ts';

/** The setting under which the difference of the clocks survives a restart. */
export const CLOCK_OFFSET_KEY = 'clock_offset_ms';

// An answer is some seconds under way on a slow link: smaller differences are no news, and not worth a frame.
const NOTICEABLE_MS = 60_000;

/** This laptop's clock, corrected by what the server's clock said. Order never depends on it (see `core/stamp.ts`). */
export interface StoreClock extends Pick<SyncStore, 'noteServerTime'> {
  nowMs(): number;
}

export function createStoreClock(
  laptopMs: () => number,
  board: HealthBoard,
  writer: () => JournalWriter,
): StoreClock {
  return {
    nowMs: () => laptopMs() + (board.health().clockOffsetMs ?? 0),
    async noteServerTime(serverMs) {
      const offsetMs = Math.round(serverMs - laptopMs());
      const noted = board.health().clockOffsetMs;
      if (noted !== null && Math.abs(offsetMs - noted) < NOTICEABLE_MS) return;
      const value = Math.abs(offsetMs) < NOTICEABLE_MS ? 0 : offsetMs;
      board.change({ clockOffsetMs: value });
      await writer().act(async () =>
        ok({ frames: [[{ is: 'setting', key: CLOCK_OFFSET_KEY, value }]], answer: null }),
      );
    },
  };
}
