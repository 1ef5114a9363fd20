import { readOrientation, withNotes } from './photo-place.ts';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

// What a decoder needs (ITU T.81, B.2): frames, tables, restarts, the number of lines, and by Adobe's segment which colours they are.
const needed: ReadonlySet<number> = new Set([
  ...Array.from({ length: 16 }, (_frame, at) => 0xc0 + at).filter((kind) => kind !== 0xc8),
  START_OF_SCAN,
  0xdb,
  0xdc,
  0xdd,
  0xee,
]);

/**
 * A JPEG as its camera compressed it, bit for bit, without all that is no part of the picture: what the camera noted, thumbnails, profiles,
 * comments, and whatever hangs behind its end. Undefined for what is no whole JPEG.
 */
export function bareJpeg(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  try {
    if (view.getUint16(0) !== 0xff_d8) return undefined;
    return joined([jpeg.subarray(0, 2), ...neededParts(jpeg, view)]);
  } catch {
    // A read behind the last byte.
    return undefined;
  }
}

/** A JPEG as it is, also how it stands, but for its place and all else that is no part of the picture. */
export function withoutPlace(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const bare = bareJpeg(jpeg);
  return bare && withNotes(bare, { orientation: readOrientation(jpeg) });
}

function* neededParts(
  jpeg: Uint8Array<ArrayBuffer>,
  view: DataView,
): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker');
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) at += 1;
    else if (kind === END_OF_IMAGE) return yield jpeg.subarray(at, at + 2);
    else {
      const from = at;
      at += 2 + view.getUint16(at + 2);
      if (kind === START_OF_SCAN) at = endOfScan(view, at);
      if (needed.has(kind)) yield jpeg.subarray(from, at);
    }
  }
}

/** Where the next marker stands: in a scan 0xff is followed by zero or the number of a restart. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at += 1) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
