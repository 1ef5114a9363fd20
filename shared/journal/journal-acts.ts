import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { JournalPosition } from './frame.ts';
import { afterFrame, encodeFrame, scanFrames } from './frame.ts';
import type { JournalFolder, VolumeFile } from './journal-folder.ts';
import type { JournalPage } from './journal.ts';
import type { JournalFailure } from './journal-failure.ts';
import { writeFailed } from './journal-failure.ts';
import type { OpenJournal } from './open-journal.ts';
import { positionOf, withFile } from './open-journal.ts';
import { concat } from './open-volume.ts';
import type { Stretch } from './stretch.ts';
import { createStretches } from './stretch.ts';
import { plainVolume, volumeFileName } from './volume-name.ts';

/** Reads payloads from frame `from` to the end of the stretch it lies in. */
export async function readStretch(
  open: OpenJournal,
  from: number,
): Promise<Result<JournalPage, JournalFailure>> {
  const at = open.expected.indexOf(from);
  if (at >= 0) open.expected.splice(at, 1);
  for (const { name, stretches } of [
    ...open.full,
    { name: open.name, stretches: open.stretches.all() },
  ]) {
    const stretch = stretches.find(({ after }) => after.frames > from);
    if (!stretch) continue;
    const payloads =
      name === open.name
        ? await readPayloads(open.file, stretch)
        : await withFile(open.folder, name, (file) => readPayloads(file, stretch));
    const { before, after } = stretch;
    const skipped = from - before.frames;
    const isPlain = before.frames + payloads.length === after.frames;
    if (skipped < 0 || (skipped > 0 && !isPlain)) {
      return err(writeFailed(`frame ${from} cannot be read`));
    }
    const next = after.frames < open.note.frames ? after.frames : null;
    if (next !== null) open.expected.push(next);
    return ok({ payloads: payloads.slice(skipped), after, next });
  }
  return ok({ payloads: [], after: open.note, next: null });
}

/** The payloads of a stretch. Throws where they are not what was found when the journal was opened. */
export async function readPayloads(
  file: VolumeFile,
  { begin, end, before }: Stretch,
): Promise<readonly Uint8Array[]> {
  const scan = scanFrames(await file.read(begin, end - begin), { ...before, bytes: begin });
  if (scan.position.bytes !== end) throw new Error(`bytes ${scan.position.bytes} cannot be read`);
  // Copies: a view would carry the whole stretch's memory along wherever it is sent.
  return scan.payloads.map((payload) => payload.slice());
}

/** Appends frames to the last volume, or to a new one behind it where that is full. */
export async function appendFrames(
  open: OpenJournal,
  payloads: readonly Uint8Array[],
  volumeBytes: number,
): Promise<Result<JournalPosition, JournalFailure>> {
  if (open.bytes >= volumeBytes && !open.hasRest) await beginVolume(open);
  const { file, folder, bytes: end } = open;
  const bytes = concat(payloads.map(encodeFrame));
  try {
    if (open.hasRest) await file.truncate(end);
    open.hasRest = true;
    await writeWithReserve(folder, file, end, bytes);
    open.hasRest = false;
  } catch (error) {
    const failure = folder.isFull(error)
      ? ({ kind: 'journal/disk-full' } as const)
      : writeFailed(error);
    await file.truncate(end).then(
      () => (open.hasRest = false),
      () => (open.hasRest = true),
    );
    return err(failure);
  }
  let position: JournalPosition = { ...open.note, bytes: end };
  for (const payload of payloads) {
    position = afterFrame(position, payload);
    open.stretches.add(position);
  }
  open.note = { frames: position.frames, head: position.head };
  open.bytes = position.bytes;
  return ok(positionOf(open));
}

/** Goes on in a new volume. Where none can be made, the one before it grows on: a save never fails for that. */
async function beginVolume(open: OpenJournal): Promise<void> {
  const name = plainVolume(open.name.last + 1);
  let file: VolumeFile;
  try {
    file = await open.folder.open(volumeFileName(name));
  } catch {
    return;
  }
  await open.file.close();
  const full = { name: open.name, stretches: open.stretches.all(), bytes: open.bytes };
  open.full = [...open.full, full];
  open.name = name;
  open.file = file;
  open.bytes = 0;
  open.stretches = createStretches({ ...open.note, bytes: 0 });
}

async function writeWithReserve(
  folder: JournalFolder,
  file: VolumeFile,
  at: number,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await file.write(at, bytes);
  } catch (error) {
    if (!folder.isFull(error) || !(await folder.releaseReserve())) throw error;
    await file.write(at, bytes);
  }
}
