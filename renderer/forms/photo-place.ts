/** Where a photo was taken, as its camera wrote it: degrees, minutes and seconds as fractions, with north or south, east or west. */
export interface PhotoPlace {
  readonly latitude: Angle;
  readonly longitude: Angle;
}

interface Angle {
  readonly side: string;
  /** Numerator and denominator of degrees, minutes, seconds. */
  readonly parts: readonly number[];
}

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const EXIF = 'Exif\0\0';
const GPS_DIRECTORY = 0x88_25;
const TAG_BYTES = 12;
const ANGLE_BYTES = 24;
const GPS = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
const ORIENTATION = 0x01_12;
const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;

/** The place in a JPEG's Exif data (Exif 2.3, 4.6.6); undefined where there is none that can be read. */
export function readPlace(jpeg: Uint8Array): PhotoPlace | undefined {
  return readExif(jpeg, placeIn);
}

/** How a JPEG is turned to stand upright (Exif 2.3, 4.6.4); undefined where it says nothing of it. */
export function readOrientation(jpeg: Uint8Array): number | undefined {
  return readExif(jpeg, (tiff) => {
    const isLittle = textAt(tiff, 0, 2) === 'II';
    const at = valueAt(tiff, tiff.getUint32(4, isLittle), ORIENTATION);
    const turn = at === undefined ? 1 : tiff.getUint16(at, isLittle);
    return turn > 1 && turn <= 8 ? turn : undefined;
  });
}

function readExif<T>(jpeg: Uint8Array, read: (tiff: DataView) => T | undefined): T | undefined {
  try {
    const tiff = exifOf(jpeg);
    return tiff && read(tiff);
  } catch {
    // A read behind the last byte: what is broken says nothing.
    return undefined;
  }
}

function exifOf(jpeg: Uint8Array): DataView | undefined {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (view.getUint16(0) !== 0xff_d8) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff && view.getUint8(at + 1) !== START_OF_SCAN;) {
    const size = view.getUint16(at + 2);
    const from = at + 4;
    const isExif = view.getUint8(at + 1) === APP1 && textAt(view, from, EXIF.length) === EXIF;
    if (isExif) return new DataView(view.buffer, view.byteOffset + from + EXIF.length, size - 8);
    at += 2 + size;
  }
  return undefined;
}

/** Where the value of a tag stands. */
function valueAt(tiff: DataView, directory: number, wanted: number): number | undefined {
  const isLittle = textAt(tiff, 0, 2) === 'II';
  const count = tiff.getUint16(directory, isLittle);
  for (let tag = 0; tag < count; tag += 1) {
    const at = directory + 2 + tag * TAG_BYTES;
    if (tiff.getUint16(at, isLittle) === wanted) return at + 8;
  }
  return undefined;
}

function placeIn(tiff: DataView): PhotoPlace | undefined {
  const isLittle = textAt(tiff, 0, 2) === 'II';
  const pointer = valueAt(tiff, tiff.getUint32(4, isLittle), GPS_DIRECTORY);
  if (pointer === undefined) return undefined;
  const gps = tiff.getUint32(pointer, isLittle);
  function angle(ref: number, value: number): Angle | undefined {
    const [side, parts] = [valueAt(tiff, gps, ref), valueAt(tiff, gps, value)];
    if (side === undefined || parts === undefined) return undefined;
    const from = tiff.getUint32(parts, isLittle);
    return {
      side: textAt(tiff, side, 1),
      parts: Array.from({ length: 6 }, (_part, at) => tiff.getUint32(from + 4 * at, isLittle)),
    };
  }
  const latitude = angle(GPS.latitudeRef, GPS.latitude);
  const longitude = angle(GPS.longitudeRef, GPS.longitude);
  return latitude && longitude && { latitude, longitude };
}

/** What may stay of what a camera noted. */
export interface PhotoNotes {
  readonly place?: PhotoPlace | undefined;
  readonly orientation?: number | undefined;
}

/** A JPEG without notes with these in it, and nothing else of what a camera writes. */
export function withNotes(
  jpeg: Uint8Array<ArrayBuffer>,
  { place, orientation }: PhotoNotes,
): Uint8Array<ArrayBuffer> {
  const tags = Number(place !== undefined) + Number(orientation !== undefined);
  if (tags === 0) return jpeg;
  const gps = 8 + 2 + tags * TAG_BYTES + 4;
  const angles = gps + 2 + 4 * TAG_BYTES + 4;
  const size = place === undefined ? gps : angles + 2 * ANGLE_BYTES;
  const segment = new Uint8Array(4 + EXIF.length + size);
  const head = new DataView(segment.buffer);
  head.setUint16(0, 0xff_00 | APP1);
  head.setUint16(2, segment.length - 2);
  for (let at = 0; at < EXIF.length; at += 1) head.setUint8(4 + at, EXIF.charCodeAt(at));
  const tiff = new DataView(segment.buffer, 4 + EXIF.length);
  tiff.setUint16(0, 0x49_49);
  tiff.setUint16(2, 42, true);
  tiff.setUint32(4, 8, true);
  tiff.setUint16(8, tags, true);
  if (orientation !== undefined) {
    tag(10, ORIENTATION, SHORT, 1).setUint16(18, orientation, true);
  }
  if (place !== undefined) {
    const at = 10 + (tags - 1) * TAG_BYTES;
    tag(at, GPS_DIRECTORY, LONG, 1).setUint32(at + 8, gps, true);
    tiff.setUint16(gps, 4, true);
    angle(0, GPS.latitudeRef, place.latitude);
    angle(1, GPS.longitudeRef, place.longitude);
  }
  return new Uint8Array([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)]);

  function tag(at: number, name: number, type: number, count: number): DataView {
    tiff.setUint16(at, name, true);
    tiff.setUint16(at + 2, type, true);
    tiff.setUint32(at + 4, count, true);
    return tiff;
  }
  function angle(nth: number, ref: number, { side, parts }: Angle): void {
    const at = gps + 2 + nth * 2 * TAG_BYTES;
    const value = angles + nth * ANGLE_BYTES;
    tag(at, ref, ASCII, 2).setUint8(at + 8, side.charCodeAt(0));
    tag(at + TAG_BYTES, ref + 1, RATIONAL, 3).setUint32(at + TAG_BYTES + 8, value, true);
    for (const [part, number] of parts.entries()) tiff.setUint32(value + 4 * part, number, true);
  }
}

function textAt(view: DataView, at: number, length: number): string {
  return String.fromCodePoint(...Array.from({ length }, (_byte, i) => view.getUint8(at + i)));
}
