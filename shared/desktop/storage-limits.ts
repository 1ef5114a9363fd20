/** Free space, in bytes, below which each thing stops: first a warning, then photos, then all but what the person types. */
export const storageLimits = {
  warn: 1_000_000_000,
  photos: 200_000_000,
  journalOnly: 50_000_000,
} as const;

/**
 * How much room there is where the work lies. `low`: a warning. `no-photos`: photos are refused, records are not. `journal-only`: what
 * a person does is still saved, and nothing that can come another time is written (others' entries, copies of photos).
 */
export type StorageLevel = 'enough' | 'low' | 'no-photos' | 'journal-only';

/** The level of free bytes; a system that does not say counts as having enough. */
export function storageLevel(freeBytes: number | null): StorageLevel {
  if (freeBytes === null || freeBytes >= storageLimits.warn) return 'enough';
  if (freeBytes >= storageLimits.photos) return 'low';
  return freeBytes >= storageLimits.journalOnly ? 'no-photos' : 'journal-only';
}
