import { createSha256, sha256Hex } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';

/**
 * A frame of the journal: magic `BZJ1`, length of the payload and CRC-32 (IEEE 802.3) of length and payload, both
 * 32 bits little-endian, then the payload. One frame is one committed act: it is there whole or not at all. Later versions keep these
 * twelve bytes, with another digit for the 1, which their checksum begins with: so a digit that went bad is not taken for a later version.
 */
export interface JournalPosition extends JournalNote {
  /** Where the next frame goes: bytes from the beginning. */
  readonly bytes: number;
}

/** A place in a journal, by which an index or a copy remembers how far it is. */
export interface JournalNote {
  /** How many frames lie before it. */
  readonly frames: number;
  /** Chain over all payloads before it (each link: SHA-256 of the link before and the payload's SHA-256). */
  readonly head: Sha256;
}

/** A stretch of a journal read back: payloads of whole frames, the position after them, and what follows them. */
export interface JournalScan {
  readonly payloads: readonly Uint8Array[];
  readonly position: JournalPosition;
  /** `whole`: nothing follows. `cut`: the beginning of a frame, as a power cut leaves it. `damaged`: bytes that are no frame. */
  readonly tail: 'whole' | 'cut' | 'damaged';
}

/** The first bytes of every frame of this version. */
export const MAGIC = [0x42, 0x5a, 0x4a, 0x31] as const;
const VERSION_AT = 3;
const ZERO = 0x30;
const HEADER_BYTES = 12;
/** The largest payload of one frame, in bytes: a bad length must not ask for all memory. */
export const MAX_PAYLOAD_BYTES = 16 * 1024 * 1024;
/** The largest whole frame, in bytes. */
export const MAX_FRAME_BYTES = MAX_PAYLOAD_BYTES + HEADER_BYTES;

/** The position in a journal without frames. */
export const emptyJournal: JournalPosition = {
  frames: 0,
  bytes: 0,
  head: sha256Hex('bazarnegar journal 1'),
};

/** The position after appending `payload` at `position`. */
export function afterFrame(position: JournalPosition, payload: Uint8Array): JournalPosition {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(`${position.head}${sha256Hex(payload)}`));
  return {
    frames: position.frames + 1,
    bytes: position.bytes + HEADER_BYTES + payload.length,
    head: hash.digest(),
  };
}

/** The bytes of one frame. Throws where the payload is over 16 MiB: callers cut their acts smaller. */
export function encodeFrame(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return encodeFrameOf(1, payload);
}

/** The same as version 1 to 9 writes it. */
export function encodeFrameOf(version: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  if (payload.length > MAX_PAYLOAD_BYTES) throw new Error('journal frame over 16 MiB');
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  bytes[VERSION_AT] = ZERO + version;
  view.setUint32(4, payload.length, true);
  bytes.set(payload, HEADER_BYTES);
  view.setUint32(8, checksum(bytes, payload.length), true);
  return bytes;
}

/**
 * Reads whole frames from `bytes`, which continue a journal at `from`, and stops at the first that is not whole.
 * `onFrame` hears of each frame's position, for comparison with a copy or an index.
 */
export function scanFrames(
  bytes: Uint8Array,
  from: JournalPosition = emptyJournal,
  onFrame?: (position: JournalPosition) => void,
): JournalScan {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const payloads: Uint8Array[] = [];
  let position = from;
  let at = 0;
  for (;;) {
    const left = bytes.length - at;
    if (left === 0) return { payloads, position, tail: 'whole' };
    const magicOk = MAGIC.every((byte, index) => index >= left || bytes[at + index] === byte);
    if (!magicOk) return { payloads, position, tail: 'damaged' };
    if (left < HEADER_BYTES) return { payloads, position, tail: 'cut' };
    const length = view.getUint32(at + 4, true);
    if (length > MAX_PAYLOAD_BYTES) return { payloads, position, tail: 'damaged' };
    if (left < HEADER_BYTES + length) return { payloads, position, tail: 'cut' };
    const frame = bytes.subarray(at, at + HEADER_BYTES + length);
    if (checksum(frame, length) !== view.getUint32(at + 8, true)) {
      return { payloads, position, tail: 'damaged' };
    }
    const payload = frame.subarray(HEADER_BYTES);
    payloads.push(payload);
    position = afterFrame(position, payload);
    onFrame?.(position);
    at += frame.length;
  }
}

/**
 * The version, 2 to 9, of the whole frame of a later version that `bytes` begin with; 0 where they begin with none. The frame of a save that was cut
 * off is none: nobody was told that it is kept.
 */
export function laterVersionAt(bytes: Uint8Array): number {
  if (bytes.length < HEADER_BYTES) return 0;
  const version = (bytes[VERSION_AT] ?? 0) - ZERO;
  const isLater = version >= 2 && version <= 9;
  if (!isLater || MAGIC.some((byte, at) => at !== VERSION_AT && bytes[at] !== byte)) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(4, true);
  const isThere = length <= MAX_PAYLOAD_BYTES && bytes.length >= HEADER_BYTES + length;
  return isThere && checksum(bytes, length) === view.getUint32(8, true) ? version : 0;
}

const crcTable = new Uint32Array(256).map((_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function checksum(frame: Uint8Array, length: number): number {
  let crc = 0xffffffff;
  function take(byte: number): void {
    crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  if (frame[VERSION_AT] !== MAGIC[VERSION_AT]) take(frame[VERSION_AT] ?? 0);
  for (let index = 4; index < 8; index++) take(frame[index] ?? 0);
  for (let index = HEADER_BYTES; index < HEADER_BYTES + length; index++) take(frame[index] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
