import type { JournalPosition } from '#shared/journal/frame.ts';
import { afterFrame } from '#shared/journal/frame.ts';
import type { JournalNote } from '#shared/journal/journal.ts';
import { decodeJournalAct } from '#shared/journal/journal-record.ts';
import type { IndexedAct } from './apply-acts.ts';

/** What a frame says. One that is no JSON at all is as unknown as a record of a newer version, and kept like it. */
export function readAct(payload: Uint8Array): IndexedAct {
  try {
    return decodeJournalAct(payload);
  } catch {
    return { records: [], unknown: 1 };
  }
}

/** The note of a journal that goes on with `payloads`. */
export function noteAfter(note: JournalNote, payloads: readonly Uint8Array[]): JournalNote {
  const from: JournalPosition = { ...note, bytes: 0 };
  const { frames, head } = payloads.reduce(afterFrame, from);
  return { frames, head };
}
