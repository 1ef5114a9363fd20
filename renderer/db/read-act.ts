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
