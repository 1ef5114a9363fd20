import type { ActIndex } from './act-index.ts';

/** So many rows take a few milliseconds to be deciphered: less than a key may wait for its letter. */
const ROWS = 100;

/**
 * Reads the rows of the lists once, some whenever nothing else is to be done (`idle`), so that they lie open in memory before the
 * first list is asked for. Ends where the index cannot be read: it is closed, or is being made anew.
 */
export async function openAhead(
  index: Pick<ActIndex, 'read'>,
  idle: () => Promise<void>,
): Promise<void> {
  try {
    for (let after = ''; ;) {
      await idle();
      const from = after;
      const rows = await index.read((db) =>
        db.records.where(':id').above(from).limit(ROWS).toArray(),
      );
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  } catch {
    // What was not opened is opened when a list asks for it.
  }
}
