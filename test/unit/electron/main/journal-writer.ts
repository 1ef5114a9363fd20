import { ok } from '#shared/core/result.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { openJournalFile } from '../../../../electron/main/journal-file.ts';

// A process of its own that saves without end and tells each save that was acknowledged, until it is killed.

const folder = process.argv[2] ?? '';
const journal = createJournal(async () => ok(await openJournalFile(folder)));
await journal.open(null);
for (;;) {
  const appended = await journal.append([new Uint8Array(1500)]);
  if (!appended.ok) throw new Error(appended.error.kind);
  process.send?.(appended.value.frames);
}
