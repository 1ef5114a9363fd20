import { z } from 'zod';
import type { RecordId } from '../core/ids.ts';
import { recordIdSchema } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Path } from './entry.ts';
import { baseSchema } from './entry.ts';

/**
 * What a person is typing and has not finished: kept on this laptop only, in the journal and its index, at most one
 * second behind the fingers. `set` holds the whole content of the form as typed (texts that are no valid answer yet
 * are under `raw`, by field). Where a finished record is being changed (`isChange`), `base` names the writes its author had
 * before their eyes when it was opened: the store notes them with the first save, and what arrives later is no part of it.
 */
export interface Draft {
  readonly record: RecordId;
  readonly kind: string;
  readonly form: number;
  readonly visit: RecordId | null;
  readonly set: Readonly<Record<Path, Json>>;
  readonly raw: Readonly<Record<Path, string>>;
  readonly isChange: boolean;
  /** Fields whose answer was taken over from an earlier record and not touched since. */
  readonly carried?: readonly Path[];
  readonly base?: Readonly<Record<Path, readonly Stamp[]>>;
  /** Milliseconds since 1970 UTC of the last keystroke, by this laptop's clock: shown, never used for order. */
  readonly savedMs: number;
}

/** Parses a draft read back from the journal. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  record: recordIdSchema,
  kind: z.string(),
  form: z.int(),
  visit: recordIdSchema.nullable(),
  set: z.record(z.string(), z.json()),
  raw: z.record(z.string(), z.string()),
  isChange: z.boolean(),
  carried: z.exactOptional(z.array(z.string())),
  base: z.exactOptional(baseSchema),
  savedMs: z.number(),
});
