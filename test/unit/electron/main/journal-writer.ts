import { setImmediate } from 'node:timers/promises';
import { ok } from '#shared/core/result.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { openJournalFolder } from '../../../../electron/main/journal-folder.ts';

// A process of its own that saves and compacts without end and tells each save that was acknowledged, until it is killed.

const folder = process.argv[2] ?? '';
const journal = createJournal(async () => ok(await openJournalFolder(folder)), 10_000);
const opened = await journal.open(null);
if (!opened.ok) throw new Error(opened.error.kind);
void compactForEver();
for (let frame = opened.value.position.frames; ; frame += 1) {
  const value = `${frame} ${'x'.repeat(1400)}`;
  const appended = await journal.append([encodeJournalAct([{ is: 'setting', key: 'k', value }])]);
  if (!appended.ok) throw new Error(appended.error.kind);
  process.send?.(appended.value.frames);
}

async function compactForEver(): Promise<never> {
  for (;;) {
    await journal.compact();
    await setImmediate();
  }
}
