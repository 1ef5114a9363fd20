/** Free space, in bytes, below which each thing stops: first a warning, then photos, then all but the journal. */
export const storageLimits = {
  warn: 1_000_000_000,
  photos: 200_000_000,
  journalOnly: 50_000_000,
} as const;
