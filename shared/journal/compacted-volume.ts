import { z } from 'zod';
import { utf8 } from '../core/hash.ts';
import { sha256Schema } from '../core/ids.ts';
import type { JournalNote } from './frame.ts';
import { encodeFrame, scanFrames } from './frame.ts';

/**
 * What the first frame of a compacted volume says: how many frames follow it, and between which two places of the journal
 * they stand. Frame numbers and the chain go on behind it as if nothing had been left out, so an index stays valid.
 */
export interface CompactedHeader {
  readonly frames: number;
  readonly from: JournalNote;
  readonly to: JournalNote;
}

/** Bytes that hold the header's frame and surely not much more. */
const HEADER_WINDOW_BYTES = 1024;

const note = z.strictObject({ frames: z.int().nonnegative(), head: sha256Schema });
const headerSchema: z.ZodType<CompactedHeader> = z.strictObject({
  frames: z.int().nonnegative(),
  from: note,
  to: note,
});

/** The header's frame. */
export function encodeHeader(header: CompactedHeader): Uint8Array<ArrayBuffer> {
  return encodeFrame(utf8(JSON.stringify(header)));
}

/** Reads the header from the beginning of a volume, with the bytes it takes; undefined where there is none. */
export async function readHeader(file: {
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
}): Promise<{ readonly header: CompactedHeader; readonly bytes: number } | undefined> {
  const [payload] = scanFrames(await file.read(0, HEADER_WINDOW_BYTES)).payloads;
  if (!payload) return undefined;
  try {
    const header = headerSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
    return { header, bytes: encodeHeader(header).length };
  } catch {
    return undefined;
  }
}
