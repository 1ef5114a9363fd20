import { z } from 'zod';
import { projectIdSchema, sha256Schema } from '#shared/core/ids.ts';
import { dumpedTables } from '../store/dump-store.ts';

/** The version of the back-up file this program writes. 1: gzip of JSON lines (November 2026). */
export const BACKUP_VERSION = 1;

const counts = z.partialRecord(z.enum(dumpedTables), z.int().nonnegative());

/** The first line of a back-up: what it is and the newest migration of the database it was made from. */
export const headSchema = z.object({
  format: z.literal('bazarnegar-backup'),
  version: z.int(),
  migration: z.string(),
  madeMs: z.number(),
});

/**
 * A line after the first. `rows` are rows of a table; `photo` bytes of a photo in base64, those of one photo one after
 * the other, the last marked; `end` the last line of all: a back-up without it was cut.
 */
export const lineSchema = z.union([
  z.object({ table: z.enum(dumpedTables), rows: z.array(z.unknown()) }),
  z.object({
    photo: sha256Schema,
    project: projectIdSchema,
    part: z.base64(),
    last: z.boolean(),
  }),
  z.object({ end: z.object({ rows: counts, photos: z.int().nonnegative() }) }),
]);

/** What a back-up holds. */
export interface BackupContents {
  readonly rows: Readonly<Partial<Record<(typeof dumpedTables)[number], number>>>;
  readonly photos: number;
}

/** What a back-up holds, as a sentence for the administrator. */
export function describeContents({ rows, photos }: BackupContents): string {
  return (
    `${rows.project ?? 0} project(s), ${rows.account ?? 0} account(s), ${rows.entry ?? 0} entries, ` +
    `${rows.quarantine ?? 0} refused entries, ${photos} photo(s)`
  );
}
