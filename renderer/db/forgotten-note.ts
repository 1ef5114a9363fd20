import type { JournalRecord } from '#shared/journal/journal-record.ts';
import { FORGOT_SETTING } from './coverage.ts';

/** What the journal remembers of a server that lacks what it had signed for. */
export function forgottenNote(hasForgotten: boolean, atMs: number): readonly JournalRecord[] {
  return hasForgotten ? [{ is: 'setting', key: FORGOT_SETTING, value: atMs }] : [];
}
