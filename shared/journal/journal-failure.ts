import type { FailureOf } from '../core/failure.ts';

/** Why the journal cannot do what it was asked. */
export type JournalFailure = FailureOf<
  | 'journal/disk-full'
  | 'journal/write-failed'
  | 'journal/held-elsewhere'
  | 'journal/newer-version'
  | 'journal/volume-missing'
>;

/** What an error of the file layer is told as, where it is not a full disk. */
export function writeFailed(error: unknown): FailureOf<'journal/write-failed'> {
  return {
    kind: 'journal/write-failed',
    detail: error instanceof Error ? error.message : String(error),
  };
}
