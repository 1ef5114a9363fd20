import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { compactActs } from './compact-acts.ts';
import type { CompactedHeader } from './compacted-volume.ts';
import { encodeHeader } from './compacted-volume.ts';
import type { JournalNote } from './frame.ts';
import { encodeFrame } from './frame.ts';
import { readPayloads } from './journal-acts.ts';
import type { JournalFailure } from './journal-failure.ts';
import { writeFailed } from './journal-failure.ts';
import type { FullVolume, OpenJournal } from './open-journal.ts';
import { withFile } from './open-journal.ts';
import type { OpenedVolume } from './open-volume.ts';
import { concat, isWholeVolume, openVolume } from './open-volume.ts';
import type { VolumeName } from './volume-name.ts';
import { volumeFileName } from './volume-name.ts';

/** Runs a step while no other call of the journal is under way. */
export type InTurn = <T>(
  step: (open: OpenJournal) => Promise<Result<T, JournalFailure>>,
) => Promise<Result<T, JournalFailure>>;

/** So many full volumes are taken together: what they hold is in memory meanwhile. */
const MOST_VOLUMES = 4;
/** A volume is exchanged for one that is this much shorter at least. */
const WORTH_IT = 0.75;

/** Compacts the first full volumes that are worth it; answers how many bytes that freed. */
export async function compactSome(
  open: OpenJournal,
  volumeBytes: number,
  inTurn: InTurn,
): Promise<Result<number, JournalFailure>> {
  const volumes = chooseVolumes(open, volumeBytes);
  const [first] = volumes;
  const last = volumes.at(-1);
  const from = first?.stretches[0]?.before;
  const to = last?.stretches.at(-1)?.after;
  if (!first || !last || !from || !to) return ok(0);

  const payloads: Uint8Array[] = [];
  for (const { name, stretches } of volumes) {
    for (const stretch of stretches) {
      const read = await inTurn(async ({ folder }) =>
        ok(await withFile(folder, name, (file) => readPayloads(file, stretch))),
      );
      if (!read.ok) return read;
      payloads.push(...read.value);
    }
  }
  const kept = compactActs(payloads, first.name.first === 1);
  const pieces = [encodeHeader({ frames: kept.length, from, to }), ...kept.map(encodeFrame)];
  const bytesBefore = volumes.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytesAfter = pieces.reduce((sum, { length }) => sum + length, 0);
  if (bytesAfter > bytesBefore * WORTH_IT) {
    open.leftUpTo = last.name.last;
    return ok(0);
  }
  const name = { first: first.name.first, last: last.name.last, isCompacted: true };
  const written = await writeVolume(name, pieces, inTurn);
  if (!written.ok) return written;
  return inTurn(() => exchange(open, volumes, name, { frames: kept.length, from, to }));
}

/** The first plain full volumes not looked at yet, and a short compacted one before them. */
function chooseVolumes(open: OpenJournal, volumeBytes: number): readonly FullVolume[] {
  const at = open.full.findIndex(
    ({ name, stretches }) => !name.isCompacted && name.last > open.leftUpTo && stretches.length > 0,
  );
  if (at < 0) return [];
  const rest = open.full.slice(at);
  const end = rest.findIndex(({ name }) => name.isCompacted);
  const plain = rest.slice(0, end < 0 ? MOST_VOLUMES : Math.min(end, MOST_VOLUMES));
  const before = open.full[at - 1];
  const isShort = before?.name.isCompacted === true && before.bytes < volumeBytes / 2;
  return before && isShort ? [before, ...plain] : plain;
}

/** Writes the new volume, in pieces between which others have their turn, and reads it back. */
async function writeVolume(
  name: VolumeName,
  frames: readonly Uint8Array[],
  inTurn: InTurn,
): Promise<Result<null, JournalFailure>> {
  const emptied = await inTurn(async ({ folder }) =>
    ok(await withFile(folder, name, (file) => file.truncate(0))),
  );
  if (!emptied.ok) return emptied;
  for (const piece of inPieces(frames)) {
    const written = await inTurn(async ({ folder }) =>
      ok(await withFile(folder, name, async (file) => file.write(await file.size(), piece))),
    );
    if (!written.ok) {
      // On a full disk above all, what is of no use goes away at once.
      await inTurn(async ({ folder }) => ok(await folder.remove(volumeFileName(name))));
      return written;
    }
  }
  return inTurn(async ({ folder }) =>
    (await withFile(folder, name, isWholeVolume))
      ? ok(null)
      : err(writeFailed('a compacted volume was not written as it is')),
  );
}

const PIECE_BYTES = 1024 * 1024;

function inPieces(frames: readonly Uint8Array[]): readonly Uint8Array[] {
  const groups: Uint8Array[][] = [];
  let bytes = Infinity;
  for (const frame of frames) {
    if (bytes > PIECE_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(frame);
    bytes += frame.length;
  }
  return groups.map(concat);
}

/** Puts the compacted volume in the place of those it stands for, and takes them away. */
async function exchange(
  open: OpenJournal,
  volumes: readonly FullVolume[],
  name: VolumeName,
  header: CompactedHeader,
): Promise<Result<number, JournalFailure>> {
  const { folder } = open;
  // A reader in the midst of these would find other frames where it reads on. They are exchanged another time.
  if (open.expected.length > 0) {
    await folder.remove(volumeFileName(name));
    return ok(0);
  }
  const opened = await withFile(folder, name, (file) =>
    openVolume(name, file, header.from, folder, ignore),
  );
  if (!opened.ok) return opened;
  const compacted: OpenedVolume = opened.value;
  open.full = open.full.flatMap((volume) => {
    if (volume === volumes[0]) return [compacted];
    return volumes.includes(volume) ? [] : [volume];
  });
  for (const volume of volumes) await folder.remove(volumeFileName(volume.name));
  const bytesBefore = volumes.reduce((sum, { bytes }) => sum + bytes, 0);
  return ok(bytesBefore - compacted.bytes);
}

function ignore(_note: JournalNote): void {
  // Nobody compares an index with volumes that are exchanged.
}
