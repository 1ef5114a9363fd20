import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { LinkedRecord } from '#shared/rules/check-write.ts';

/** Judges an entry by the record it is written to as it is here, `before` it; the failure that keeps it apart, undefined where it counts. */
export type EntryJudge = (
  entry: Entry,
  before: RecordView | undefined,
  findLinked: (record: RecordId) => LinkedRecord | undefined,
) => Failure | undefined;

/** What became of entries that came in a bundle. */
export interface TakenIn {
  readonly added: number;
  /** Of these: kept, and handed on, but of no account here until the server has judged them. */
  readonly heldBack: number;
}
