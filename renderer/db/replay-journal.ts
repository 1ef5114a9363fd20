import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop, DesktopOutput } from '#shared/desktop/contract.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { IndexedAct } from './apply-acts.ts';
import { readAct } from './read-act.ts';

/**
 * Reads the journal, or the copy of one that was opened, from `from` to its end, page by page, each with the note of the journal after it. What `take`
 * throws ends the reading and is thrown on.
 */
export async function replayJournal(
  desktop: Desktop,
  from: JournalNote,
  take: (acts: readonly IndexedAct[], note: JournalNote) => Promise<void> | void,
  channel: 'journal.read' | 'copy.read' = 'journal.read',
): Promise<Result<JournalNote, Failure>> {
  let note = from;
  let next: number | null = from.frames;
  while (next !== null) {
    const page: DesktopOutput<'journal.read'> = await desktop.call(channel, { from: next });
    if (!page.ok) return page;
    const { payloads, after } = page.value;
    const isNews = payloads.length > 0 || after.frames > note.frames;
    note = after;
    if (isNews) await take(payloads.map(readAct), note);
    ({ next } = page.value);
  }
  return ok(note);
}
