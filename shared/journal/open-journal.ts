import type { Result } from '../core/result.ts';
import { ok } from '../core/result.ts';
import { findVolumes } from './find-volumes.ts';
import type { JournalNote, JournalPosition } from './frame.ts';
import { emptyJournal } from './frame.ts';
import type { JournalMark, OpenedJournal } from './journal.ts';
import type { JournalFailure } from './journal-failure.ts';
import type { JournalFolder, VolumeFile } from './journal-folder.ts';
import type { OpenedVolume } from './open-volume.ts';
import { isWholeVolume, openVolume } from './open-volume.ts';
import type { Stretches } from './stretch.ts';
import { createStretches } from './stretch.ts';
import type { VolumeName } from './volume-name.ts';
import { plainVolume, volumeFileName } from './volume-name.ts';

/** A journal that is open: full volumes, and the last, which grows. */
export interface OpenJournal {
  readonly folder: JournalFolder;
  full: readonly FullVolume[];
  name: VolumeName;
  file: VolumeFile;
  stretches: Stretches;
  /** The place in the journal after the last whole frame, and how many bytes of the last volume lie before it. */
  note: JournalNote;
  bytes: number;
  /** A failed append may have left bytes behind the last frame, which the next one must not leave there. */
  hasRest: boolean;
  /** Frame numbers from which readers will read on: while there are any, no volume is exchanged. */
  readonly expected: number[];
  /** Volumes up to this number were looked at and left as they are. */
  leftUpTo: number;
}

/** A volume to which nothing is added any more. */
export type FullVolume = Pick<OpenedVolume, 'name' | 'stretches' | 'bytes'>;

/** Where a journal stands; `bytes` counts all its volumes. */
export function positionOf(journal: OpenJournal): JournalPosition {
  const full = journal.full.reduce((sum, volume) => sum + volume.bytes, 0);
  return { ...journal.note, bytes: full + journal.bytes };
}

/** Reads the journal of a folder from its beginning and makes it whole; a folder without one gets its first volume. */
export async function openJournal(
  folder: JournalFolder,
  known: JournalNote | null,
  mark: JournalMark | null,
): Promise<
  Result<
    Omit<OpenedJournal, 'position'> & {
      readonly journal: OpenJournal;
    },
    JournalFailure
  >
> {
  const found = await findVolumes(await folder.names(), (volume) =>
    withFile(folder, volume, isWholeVolume),
  );
  if (!found.ok) return found;
  // A mark within a compacted volume cannot be compared: then its length has to do.
  let isOther = false;
  let knownIsPrefix = known?.frames === 0 && known.head === emptyJournal.head;
  function compare({ frames, head }: JournalNote, isLeftOut: boolean): void {
    if (known?.frames === frames) knownIsPrefix = known.head === head;
    if (mark?.frames === frames && !isLeftOut) isOther = mark.head !== head;
  }
  let note: JournalNote = { frames: 0, head: emptyJournal.head };
  const opened: OpenedVolume[] = [];
  for (const name of found.value.volumes) {
    const from = note;
    const volume = await withFile(folder, name, (file) =>
      openVolume(name, file, from, folder, compare),
    );
    if (!volume.ok) return volume;
    opened.push(volume.value);
    ({ note } = volume.value);
  }
  for (const leftover of found.value.leftovers) {
    // One that stays is in nobody's way: it is tried again at the next start.
    await folder.remove(volumeFileName(leftover)).catch(() => undefined);
  }
  const setAsideBytes = opened.reduce((sum, volume) => sum + volume.setAsideBytes, 0);
  return ok({
    journal: await openLast(folder, opened, note),
    knownIsPrefix,
    setAsideBytes,
    missing:
      mark && (isOther || note.frames < mark.frames)
        ? { frames: Math.max(0, mark.frames - note.frames), notedAtMs: mark.atMs }
        : null,
  });
}

/** Opens the volume that grows: the last one, or a new one behind a compacted one. */
async function openLast(
  folder: JournalFolder,
  volumes: readonly OpenedVolume[],
  note: JournalNote,
): Promise<OpenJournal> {
  const last = volumes.at(-1);
  const growing = last && !last.name.isCompacted ? last : undefined;
  const name = growing?.name ?? plainVolume((last?.name.last ?? 0) + 1);
  const [first] = growing?.stretches ?? [];
  const stretches = createStretches({ ...(first?.before ?? note), bytes: 0 }, growing?.stretches);
  return {
    folder,
    full: growing ? volumes.slice(0, -1) : volumes,
    name,
    file: await folder.open(volumeFileName(name)),
    stretches,
    note,
    bytes: growing?.bytes ?? 0,
    hasRest: false,
    expected: [],
    leftUpTo: 0,
  };
}

/** Does something with an opened volume, and closes it. */
export async function withFile<T>(
  folder: JournalFolder,
  volume: VolumeName,
  act: (file: VolumeFile) => Promise<T>,
): Promise<T> {
  const file = await folder.open(volumeFileName(volume));
  try {
    return await act(file);
  } finally {
    await file.close();
  }
}
