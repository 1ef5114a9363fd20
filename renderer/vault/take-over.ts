import type { Failure } from '#shared/core/failure.ts';
import { createSha256 } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { pieces } from '../db/pieces.ts';
import { readAct } from '../db/read-act.ts';

// One append carries at most 1000 payloads and 64 MiB; a page of the journal has 4 MiB.
const MOST_PAYLOADS = 500;

/**
 * Takes what lies on this laptop in clear over into the vault that `desktop` seals, every act and every photo of it, and reads all of
 * it back. Nothing in clear is taken away here: the caller does so once the vault's key file is kept.
 */
export async function takeOver(
  desktop: Desktop,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Result<null, Failure>> {
  const opened = await desktop.call('copy.open', { from: 'unsealed' });
  if (!opened.ok) return opened;
  const total = opened.value?.frames ?? 0;
  const here = await desktop.call('journal.open', { known: null });
  if (!here.ok) return here;
  const photos = new Set<Sha256>();
  const given = createSha256();
  for (let from: number | null = 0; from !== null;) {
    const page = await readPage(desktop, 'copy.read', from);
    if (!page.ok) return page;
    for (const payload of page.value.payloads) {
      given.update(payload);
      for (const record of readAct(payload).records) {
        if (record.is === 'photo') photos.add(record.photo.sha256);
        if (record.is === 'photo-dropped') photos.delete(record.sha256);
      }
    }
    for (const payloads of pieces(page.value.payloads, MOST_PAYLOADS)) {
      const appended = await desktop.call('journal.append', { payloads });
      if (!appended.ok) return appended;
    }
    onProgress({ done: page.value.after.frames, total });
    from = page.value.next;
  }
  for (const sha256 of photos) {
    const photo = await desktop.call('copy.photo', { sha256 });
    // One that is not whole here comes from the server, or stays missing as it is.
    if (!photo.ok) continue;
    const kept = await desktop.call('photo.put', { sha256, bytes: photo.value });
    if (!kept.ok) return kept;
  }
  const taken = createSha256();
  for (let from: number | null = 0; from !== null;) {
    const page = await readPage(desktop, 'journal.read', from);
    if (!page.ok) return page;
    for (const payload of page.value.payloads) taken.update(payload);
    from = page.value.next;
  }
  return given.digest() === taken.digest()
    ? ok(null)
    : err({ kind: 'journal/write-failed', detail: 'the vault does not hold what was put into it' });
}

function readPage(desktop: Desktop, channel: 'copy.read' | 'journal.read', from: number) {
  return desktop.call(channel, { from });
}
