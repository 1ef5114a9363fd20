import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import type { InTurn } from './compact-volumes.ts';
import type { JournalFailure } from './journal-failure.ts';
import type { JournalFolder, VolumeFile } from './journal-folder.ts';
import type { OpenJournal } from './open-journal.ts';
import { withFile } from './open-journal.ts';
import type { VolumeName } from './volume-name.ts';
import { parseVolumeName, volumeFileName } from './volume-name.ts';

/** How a copy ended: how many bytes it wrote, or that the folder holds something that this journal does not continue. */
export type CopyEnd =
  | { readonly kind: 'copied'; readonly bytes: number }
  | { readonly kind: 'other-journal' }
  /** Volumes were exchanged in the midst of it; the next time goes on. */
  | { readonly kind: 'interrupted' };

interface Part {
  readonly name: VolumeName;
  readonly bytes: number;
}

const CHUNK_BYTES = 1024 * 1024;
/** So much before the place where a copy goes on is compared with the journal. */
const COMPARED_BYTES = 64 * 1024;

/**
 * Brings the journal's copy in `target` up to date: volume after volume, each from the byte where it ended. Only whole frames are
 * copied. What stands for other volumes is copied before they go, so at every moment the folder holds a journal that opens. Never
 * touches bytes that are no beginning of the journal. Writing to a slow stick holds up no other call.
 */
export async function copyVolumes(
  open: OpenJournal,
  target: JournalFolder,
  inTurn: InTurn,
): Promise<Result<CopyEnd, JournalFailure>> {
  const parts: readonly Part[] = [...open.full, { name: open.name, bytes: open.bytes }];
  const ours = new Set(parts.map(({ name }) => volumeFileName(name)));
  const theirs = (await target.names()).filter((name) => parseVolumeName(name) !== undefined);
  if (await goesFurther(theirs, open, target)) return ok({ kind: 'other-journal' });
  let bytes = 0;
  for (const part of parts) {
    const copied = await withFile(target, part.name, (file) => copyPart(part, file, inTurn));
    if (!copied.ok) return copied;
    if (typeof copied.value !== 'number') return ok(copied.value);
    bytes += copied.value;
  }
  for (const name of theirs.filter((one) => !ours.has(one))) await target.remove(name);
  return ok({ kind: 'copied', bytes });
}

/** Whether a copy was made of more than the journal is: the journal was put back, or lost its last volumes. */
async function goesFurther(
  theirs: readonly string[],
  { name, bytes }: OpenJournal,
  target: JournalFolder,
): Promise<boolean> {
  if (theirs.some((one) => (parseVolumeName(one)?.last ?? 0) > name.last)) return true;
  if (!theirs.includes(volumeFileName(name))) return false;
  return withFile(target, name, async (file) => (await file.size()) > bytes);
}

async function copyPart(
  part: Part,
  file: VolumeFile,
  inTurn: InTurn,
): Promise<Result<number | Exclude<CopyEnd, { kind: 'copied' }>, JournalFailure>> {
  const begin = await file.size();
  if (begin > part.bytes) return ok({ kind: 'other-journal' });
  const compared = Math.min(begin, COMPARED_BYTES);
  for (let at = begin - compared; at < part.bytes;) {
    const length = at < begin ? compared : Math.min(CHUNK_BYTES, part.bytes - at);
    const read = await inTurn((open) => readPart(open, part, at, length));
    if (!read.ok) return read;
    if (read.value === undefined) return ok({ kind: 'interrupted' });
    if (at >= begin) await file.write(at, read.value);
    else if (!areEqual(read.value, await file.read(at, length))) {
      return ok({ kind: 'other-journal' });
    }
    at += length;
  }
  return ok(part.bytes - begin);
}

/** Bytes of a volume, as long as the journal has it. */
async function readPart(
  open: OpenJournal,
  { name }: Part,
  at: number,
  length: number,
): Promise<Result<Uint8Array | undefined, JournalFailure>> {
  if (name === open.name) return ok(await open.file.read(at, length));
  if (!open.full.some((volume) => volume.name === name)) return ok(undefined);
  return ok(await withFile(open.folder, name, (file) => file.read(at, length)));
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
