import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { readHeader } from './compacted-volume.ts';
import type { JournalNote, JournalPosition } from './frame.ts';
import { afterFrame, encodeFrame, laterVersionAt, MAX_FRAME_BYTES, scanFrames } from './frame.ts';
import type { JournalFolder, VolumeFile } from './journal-folder.ts';
import { salvageFrames } from './salvage.ts';
import type { VolumeName } from './volume-name.ts';
import type { Stretch } from './stretch.ts';
import { createStretches } from './stretch.ts';

const WINDOW_BYTES = 4 * 1024 * 1024;

/** A volume whose frames are known to be whole. */
export interface OpenedVolume {
  readonly name: VolumeName;
  readonly stretches: readonly Stretch[];
  /** The place in the journal after it. */
  readonly note: JournalNote;
  readonly bytes: number;
  /** Bytes that were no whole frame and now lie beside the journal. */
  readonly setAsideBytes: number;
}

/**
 * Reads a volume that continues the journal at `from`, and makes it whole: what follows the last whole frame is first kept in
 * a file beside it, flushed, then whole frames found in it are put back and the rest is cut off. A volume that a newer version
 * wrote is left as it is. `onNote` hears of each place in the journal that an index may know; `isLeftOut` within a
 * compacted volume, whose numbers stand for other acts than they did before.
 */
export async function openVolume(
  name: VolumeName,
  file: VolumeFile,
  from: JournalNote,
  folder: Pick<JournalFolder, 'setAside'>,
  onNote: (note: JournalNote, isLeftOut: boolean) => void,
): Promise<Result<OpenedVolume, FailureOf<'journal/newer-version'>>> {
  const size = await file.size();
  const compacted = name.isCompacted ? await readHeader(file) : undefined;
  // Where a part of the journal before it is damaged, the chain of a compacted volume leads nowhere any more.
  const jump = compacted?.header.from.head === from.head ? compacted.header : undefined;
  const begin = compacted?.bytes ?? 0;
  const stretches = createStretches({ ...from, bytes: begin });

  function take(frame: JournalPosition): void {
    const isLast = jump !== undefined && frame.frames === from.frames + jump.frames;
    if (!isLast) onNote(frame, jump !== undefined);
    stretches.add(frame);
  }
  let position = await scanFile(file, size, { ...from, bytes: begin }, take);
  const tail = await file.read(position.bytes, size - position.bytes);
  if (tail.length > 0) {
    const version = laterVersionAt(tail);
    if (version > 0) return err({ kind: 'journal/newer-version', version });
    await folder.setAside(tail);
    const end = position.bytes;
    const salvaged = salvageFrames(tail);
    for (const payload of salvaged) {
      position = afterFrame(position, payload);
      take(position);
    }
    if (salvaged.length > 0) await file.write(end, concat(salvaged.map(encodeFrame)));
    await file.truncate(position.bytes);
  }
  const isComplete = jump !== undefined && position.frames === from.frames + jump.frames;
  if (isComplete) {
    stretches.endAt(jump.to);
    onNote(jump.to, false);
  }
  return ok({
    name,
    stretches: stretches.all(),
    note: isComplete ? jump.to : { frames: position.frames, head: position.head },
    bytes: position.bytes,
    setAsideBytes: size - position.bytes,
  });
}

/** Whether a compacted volume was written to its end. */
export async function isWholeVolume(file: VolumeFile): Promise<boolean> {
  const read = await readHeader(file);
  if (!read) return false;
  const { header, bytes } = read;
  const size = await file.size();
  const position = await scanFile(file, size, { ...header.from, bytes }, () => undefined);
  return position.bytes === size && position.frames === header.from.frames + header.frames;
}

/** All pieces one after the other. */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

// In windows, so that a volume of any length is read with little memory; a frame longer than a window gets one of its own.
async function scanFile(
  file: VolumeFile,
  size: number,
  from: JournalPosition,
  onFrame: (position: JournalPosition) => void,
): Promise<JournalPosition> {
  let position = from;
  let windowBytes = WINDOW_BYTES;
  while (position.bytes < size) {
    const scan = scanFrames(await file.read(position.bytes, windowBytes), position, onFrame);
    const advanced = scan.position.bytes > position.bytes;
    if (!advanced && windowBytes === MAX_FRAME_BYTES) return position;
    windowBytes = advanced ? WINDOW_BYTES : MAX_FRAME_BYTES;
    position = scan.position;
  }
  return position;
}
