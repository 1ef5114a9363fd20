import type { CopyState } from '#shared/desktop/contract.ts';
import type { StorageLevel } from '#shared/desktop/storage-limits.ts';
import type { WorkCounts } from '../db/stores.ts';

/** Red is kept for work in danger; a person who sees it daily for less stops seeing it. */
export type StatusTone = 'calm' | 'ok' | 'warn' | 'risk';

const DAY_MS = 24 * 60 * 60_000;
/** Unsent work this old, on one laptop alone, is in danger. */
const OLDEST_UNSENT_MS = 3 * DAY_MS;
/** A clock this far off gives records wrong times. */
const CLOCK_OFF_MS = 5 * 60_000;

export function toneOfUnsent(counts: WorkCounts, nowMs: number): StatusTone {
  if (counts.unsent + counts.unsentPhotos === 0)
    return counts.confirmedAtMs === null ? 'calm' : 'ok';
  const age = counts.oldestUnsentMs === null ? 0 : nowMs - counts.oldestUnsentMs;
  return age > OLDEST_UNSENT_MS ? 'risk' : 'calm';
}

/** The first warning is yellow: nothing stops yet. */
export const toneOfStorage: Readonly<Record<StorageLevel, StatusTone>> = {
  enough: 'calm',
  low: 'warn',
  'no-photos': 'risk',
  'journal-only': 'risk',
};

/** A stick is pulled out every evening: only a copy that is old is worth a warning. */
export function toneOfCopy(
  { copiedAtMs, failure }: Pick<Extract<CopyState, { kind: 'kept' }>, 'copiedAtMs' | 'failure'>,
  nowMs: number,
): StatusTone {
  if (failure === null) return 'calm';
  return copiedAtMs === null || nowMs - copiedAtMs > DAY_MS ? 'warn' : 'calm';
}

/** How far the laptop's clock is off, in ms; undefined where it is near enough or unknown. */
export function clockError(clockOffsetMs: number | null): number | undefined {
  return clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_OFF_MS
    ? clockOffsetMs
    : undefined;
}
