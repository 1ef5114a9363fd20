import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { JournalPosition } from './frame.ts';
import { afterFrame, emptyJournal, encodeFrame, MAX_FRAME_BYTES, scanFrames } from './frame.ts';
import type { JournalFile } from './journal-file.ts';
import { salvageFrames, versionAt } from './salvage.ts';

const WINDOW_BYTES = 4 * 1024 * 1024;

/** What reading a journal from its beginning found. */
export interface JournalContents {
  /** The position before each frame, and last the position after all of them: one more than there are frames. */
  readonly offsets: number[];
  readonly position: JournalPosition;
  /** Bytes that were no whole frame and now lie beside the journal. */
  readonly setAsideBytes: number;
}

/**
 * Reads a journal from its beginning and makes it whole: what follows the last whole frame is first kept in a file beside
 * it, flushed, then whole frames found in it are put back and the rest is cut off. A journal that a newer version wrote is left
 * as it is. `onFrame` hears of the position after each frame.
 */
export async function openJournal(
  file: JournalFile,
  onFrame: (position: JournalPosition) => void,
): Promise<Result<JournalContents, FailureOf<'journal/newer-version'>>> {
  const size = await file.size();
  const offsets = [0];
  function note(frame: JournalPosition): void {
    offsets.push(frame.bytes);
    onFrame(frame);
  }
  let position = await scanFile(file, size, note);
  if (position.bytes === size) return ok({ offsets, position, setAsideBytes: 0 });

  const tail = await file.read(position.bytes, size - position.bytes);
  const version = versionAt(tail);
  if (version > 1) return err({ kind: 'journal/newer-version', version });

  await file.setAside(tail);
  const begin = position.bytes;
  const salvaged = salvageFrames(tail);
  for (const payload of salvaged) {
    position = afterFrame(position, payload);
    note(position);
  }
  if (salvaged.length > 0) await file.write(begin, concat(salvaged.map(encodeFrame)));
  await file.truncate(position.bytes);
  return ok({ offsets, position, setAsideBytes: size - position.bytes });
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

// In windows, so that a journal of any length is read with little memory; a frame longer than a window gets one of its own.
async function scanFile(
  file: JournalFile,
  size: number,
  onFrame: (position: JournalPosition) => void,
): Promise<JournalPosition> {
  let position = emptyJournal;
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
