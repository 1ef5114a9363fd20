import { z } from 'zod';
import { sha256Hex, utf8 } from '../core/hash.ts';
import type { FeedId, PersonId, RecordId, Sha256 } from '../core/ids.ts';
import { feedIdSchema, personIdSchema, recordIdSchema, sha256Schema } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import type { Stamp } from '../core/stamp.ts';
import { parseStamp } from '../core/stamp.ts';

/** The name of one value of a record: a field of its form, or one of the paths every record has (`special-paths.ts`). */
export type Path = string;

/**
 * One act of one person on one record, appended to the feed of the device it was done on and never changed. `seq`
 * counts 1, 2, 3 ... in its feed without gaps; `prev` is the hash of the entry before it, so loss and forgery show.
 * `set` gives new values by path (null = cleared). `base` names, for each path set, the writes the author had before
 * their eyes; none on creation. `why` is the reason for keeping an outlier, changing a finished record or a review step.
 */
export interface Entry {
  readonly feed: FeedId;
  readonly seq: number;
  readonly prev: Sha256;
  readonly stamp: Stamp;
  readonly author: PersonId;
  readonly record: RecordId;
  readonly kind: string;
  readonly form: number;
  readonly set: Readonly<Record<Path, Json>>;
  readonly base: Readonly<Record<Path, readonly Stamp[]>>;
  readonly why?: string;
}

const MAX_WHY = 2000;
/** Most paths that one entry writes. */
export const MAX_PATHS = 300;
const MAX_ENTRY_BYTES = 200_000;

// `constructor` is the one name of this shape that every JS object already answers to.
const pathPattern = /^(?:@(?:reason|remark|warning)\/)?(?!constructor$)[a-z][a-z0-9_]{0,63}$/;
const path = z.string().regex(pathPattern);
const stampSchema = z
  .string()
  .refine((text) => parseStamp(text) !== undefined) as unknown as z.ZodType<Stamp>;

/** Most writes of one path that an entry names as known. */
export const MAX_BASE = 100;

/** Parses the writes an author had before their eyes, by path; at most `MAX_BASE` of one path. */
export const baseSchema = z.record(path, z.array(stampSchema).max(MAX_BASE));

// One walk instead of a schema for each value: entries are many, and this is half of what parsing them costs.
const setSchema = z.custom<Readonly<Record<Path, Json>>>(isObject).superRefine((set, issues) => {
  for (const [name, value] of Object.entries(set)) {
    if (pathPattern.test(name) && isJson(value)) continue;
    issues.addIssue({ code: 'custom', path: [name] });
  }
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(value: unknown): value is Json {
  if (typeof value === 'object') return value === null || Object.values(value).every(isJson);
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/**
 * Parses an entry whose size is known to be within bounds: shape, ids, 300 paths, a reason of 2,000 characters, a stamp
 * of its own feed, and bases that are earlier than it. Not its meaning.
 */
export const sizedEntrySchema: z.ZodType<Entry> = z
  .strictObject({
    feed: feedIdSchema,
    seq: z.int().positive(),
    prev: sha256Schema,
    stamp: stampSchema,
    author: personIdSchema,
    record: recordIdSchema,
    kind: z.string().regex(/^[a-z_]{1,32}$/),
    form: z.int().nonnegative(),
    set: setSchema,
    base: baseSchema,
    why: z.exactOptional(z.string().max(MAX_WHY)),
  })
  .refine((entry) => Object.keys(entry.set).length <= MAX_PATHS)
  .refine((entry) => parseStamp(entry.stamp)?.feed === entry.feed, { path: ['stamp'] })
  // A write that named itself, or a later one, as known would make values vanish.
  .refine(
    (entry) => Object.values(entry.base).every((known) => known.every(isBefore(entry.stamp))),
    {
      path: ['base'],
    },
  );

/** Parses an entry from outside as `sizedEntrySchema` does, and holds it to 200,000 bytes of canonical JSON. */
export const entrySchema: z.ZodType<Entry> = sizedEntrySchema.refine((entry) =>
  isEntrySize(canonicalJson(entry)),
);

/** True for canonical JSON that is no longer than an entry's may be. */
export function isEntrySize(body: string): boolean {
  // No character takes more than three bytes of UTF-8, and most entries are far below.
  return body.length * 3 <= MAX_ENTRY_BYTES || utf8(body).length <= MAX_ENTRY_BYTES;
}

function isBefore(stamp: Stamp): (other: Stamp) => boolean {
  return (other) => other < stamp;
}

/** The `prev` of a feed's first entry: bound to the feed, so that no feed can be passed off as another's beginning. */
export function feedGenesis(feed: FeedId): Sha256 {
  return sha256Hex(`bazarnegar feed ${feed}`);
}

/** The hash of an entry: SHA-256 over its canonical JSON, `prev` included. */
export function entryHash(entry: Entry): Sha256 {
  return sha256Hex(canonicalJson(entry));
}
