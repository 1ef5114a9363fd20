import type { FeedId, PersonId } from '#shared/core/ids.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Act } from '#shared/records/feed.ts';
import { appendAct, emptyFeed } from '#shared/records/feed.ts';
import { createIndexDatabase } from '../../../renderer/db/database.ts';
import { openLocalStore } from '../../../renderer/db/open-local-store.ts';
import { systemAmbient } from '../../../renderer/platform/ambient.ts';
import { benchIndex } from './bench-vault.ts';

const FRAME = 80;

/** Writes finished prices of another surveyor straight into the journal, as a pull leaves them there. */
export async function fillJournal(desktop: Desktop, count: number): Promise<void> {
  const ambient = systemAmbient();
  let head = emptyFeed(ambient.newRecordId() as string as FeedId);
  let latest: Stamp | undefined;
  let records: JournalRecord[] = [];
  for (let at = 1; at <= count; at += 1) {
    const act: Act = {
      author: 'surveyor2' as PersonId,
      record: ambient.newRecordId(),
      kind: 'price',
      form: 1,
      set: {
        price_amount: `${at}`,
        item_spec: `برنج هندی دانه‌بلند ${at}`,
        review_status: 'submitted',
        remarks: 'نرخ در ساعت‌های شلوغ بازار پرسیده شد و فروشنده آن را تأیید کرد. '.repeat(8),
      },
      base: {},
    };
    const made = appendAct(head, act, { latest, nowMs: ambient.nowMs() });
    ({ head } = made);
    latest = made.entry.stamp;
    records.push({ is: 'entry', entry: made.entry });
    if (records.length < FRAME && at < count) continue;
    const appended = await desktop.call('journal.append', {
      payloads: [encodeJournalAct(records)],
    });
    if (!appended.ok) throw new Error(appended.error.kind);
    records = [];
  }
}

/** Loses the index and opens the store, which makes it anew; answers milliseconds. */
export async function rebuildIndex(desktop: Desktop): Promise<number> {
  await createIndexDatabase(benchIndex.name).delete();
  const began = performance.now();
  const opened = await openLocalStore(desktop, systemAmbient(), () => undefined, benchIndex);
  const took = performance.now() - began;
  if (!opened.ok) throw new Error(opened.error.kind);
  await opened.value.close();
  return took;
}
