import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { FeedId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { RebuildProgress } from './open-index.ts';
import { pieces } from './pieces.ts';
import { readAct } from './read-act.ts';
import { wholeJournal } from './repair-index.ts';
import { replayJournal } from './replay-journal.ts';
import { countContents } from './work-contents.ts';

/** The setting the keys of a laptop are kept in. They are never another's: this laptop makes its own. */
export const DEVICE_KEYS_SETTING = 'device-keys';

/** The setting that says that a copy was begun to be opened on this laptop, and is not whole here yet. */
export const RESTORING_SETTING = 'restoring';
// One append carries at most 1000 payloads.
const MOST_PAYLOADS = 500;

/**
 * Puts the copy that was opened last on an empty laptop: its journal, then its photos. `newFeed` becomes the feed of this laptop with
 * the very act that names the old one, for the laptop the copy was made of may still be at work: a feed never forks, wherever this
 * ends. What the server lacks of the old feed is sent from here as well; the same entries twice do no harm. Where it was cut
 * off it is done again from the beginning. The app is to be started anew afterwards: nothing it has read still holds.
 */
export async function restoreCopy(
  desktop: Desktop,
  newFeed: FeedId,
  onProgress: (progress: RebuildProgress) => void,
  total: number,
): Promise<Result<null, Failure>> {
  const here = await countContents(desktop, 'laptop');
  if (!here.ok) return here;
  if (here.value.entries > 0 && !(await isRestoring(desktop))) {
    return err({ kind: 'copy/laptop-not-empty' });
  }
  const begun = await note(desktop, true);
  if (!begun.ok) return begun;
  const photos = new Set<Sha256>();
  for (let from: number | null = 0; from !== null;) {
    const page = await readCopyPage(desktop, from);
    if (!page.ok) return page;
    for (const payload of page.value.payloads) {
      for (const record of readAct(payload).records) {
        if (record.is === 'photo') photos.add(record.photo.sha256);
        if (record.is === 'photo-dropped') photos.delete(record.sha256);
      }
    }
    const payloads = page.value.payloads.map((payload) => withFeed(payload, newFeed));
    for (const some of pieces(payloads, MOST_PAYLOADS)) {
      const appended = await desktop.call('journal.append', { payloads: some });
      if (!appended.ok) return appended;
    }
    onProgress({ done: page.value.after.frames, total });
    from = page.value.next;
  }
  for (const sha256 of photos) {
    const photo = await desktop.call('copy.photo', { sha256 });
    // One that the copy lacks comes from the server, or stays missing as it is there.
    if (!photo.ok) continue;
    const kept = await desktop.call('photo.put', { sha256, bytes: photo.value });
    if (!kept.ok) return kept;
  }
  return note(desktop, false, { is: 'setting', key: DEVICE_KEYS_SETTING, value: null });
}

function readCopyPage(desktop: Desktop, from: number) {
  return desktop.call('copy.read', { from });
}

async function note(
  desktop: Desktop,
  value: boolean,
  ...others: readonly JournalRecord[]
): Promise<Result<null, Failure>> {
  const act: readonly JournalRecord[] = [
    ...others,
    { is: 'setting', key: RESTORING_SETTING, value },
  ];
  const noted = await desktop.call('journal.append', { payloads: [encodeJournalAct(act)] });
  return noted.ok ? ok(null) : noted;
}

/** An act that names a feed names the new one too, in the same frame. Any other is the bytes it was. */
function withFeed(payload: Uint8Array, feed: FeedId): Uint8Array {
  const named = readAct(payload).records.flatMap((record) =>
    record.is === 'identity' ? [record.identity] : [],
  );
  const last = named.at(-1);
  if (!last) return payload;
  // What this version does not know of the act stays in it.
  const items: unknown = JSON.parse(new TextDecoder().decode(payload));
  const added = { is: 'identity', identity: { ...last, feed } };
  return utf8(JSON.stringify(Array.isArray(items) ? [...items, added] : [added]));
}

async function isRestoring(desktop: Desktop): Promise<boolean> {
  let isBegun = false;
  await replayJournal(desktop, wholeJournal, (acts) => {
    for (const record of acts.flatMap((act) => act.records)) {
      if (record.is === 'setting' && record.key === RESTORING_SETTING) {
        isBegun = record.value === true;
      }
    }
  });
  return isBegun;
}
