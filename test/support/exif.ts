/** A moment of a camera as it writes it into a JPEG: its maker, that it was held upright, and where it stood. */
interface Shot {
  readonly make: string;
  /** 6: the camera was turned a quarter; who honours it shows the picture upright (TIFF tag 274). */
  readonly orientation: number;
  /** Degrees, minutes, seconds, north and east. */
  readonly latitude: readonly [number, number, number];
  readonly longitude: readonly [number, number, number];
}

/** What a telephone that is held upright writes in Herat. */
export const shotInHerat = {
  make: 'Kamera Ltd',
  orientation: 6,
  latitude: [34, 20, 31],
  longitude: [62, 11, 59],
} as const satisfies Shot;

const ASCII = 2;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const TAG_BYTES = 12;

type Tag = readonly [tag: number, type: number, count: number, value: Uint8Array];

type Order = 'II' | 'MM';

function number(order: Order, value: number, size: 2 | 4): Uint8Array {
  const little = Uint8Array.from({ length: size }, (_byte, at) => (value >>> (8 * at)) & 0xff);
  return order === 'II' ? little : little.toReversed();
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`${text}\0`, 'latin1'));
}

function rationals(order: Order, values: readonly number[]): Uint8Array {
  return Buffer.concat(values.flatMap((value) => [number(order, value, 4), number(order, 1, 4)]));
}

/** An image file directory that begins at `at` (TIFF 6.0, section 2): values of more than four bytes stand behind it. */
function directory(order: Order, tags: readonly Tag[], at: number): Uint8Array {
  let behind = at + 2 + tags.length * TAG_BYTES + 4;
  const entries: Uint8Array[] = [];
  const values: Uint8Array[] = [];
  for (const [tag, type, count, value] of tags) {
    const isShort = value.length <= 4;
    const inPlace = isShort ? Buffer.concat([value, new Uint8Array(4 - value.length)]) : undefined;
    entries.push(
      number(order, tag, 2),
      number(order, type, 2),
      number(order, count, 4),
      inPlace ?? number(order, behind, 4),
    );
    if (isShort) continue;
    values.push(value);
    behind += value.length;
  }
  return Buffer.concat([number(order, tags.length, 2), ...entries, number(order, 0, 4), ...values]);
}

/** The same picture with the segment in it that a camera writes (Exif 2.3, APP1), in either order of bytes. */
export function withExif(jpeg: Uint8Array, shot: Shot, order: Order = 'II'): Buffer {
  const make = ascii(shot.make);
  function head(gpsAt: number): Uint8Array {
    return directory(
      order,
      [
        [0x010f, ASCII, make.length, make],
        [0x0112, SHORT, 1, number(order, shot.orientation, 2)],
        [0x8825, LONG, 1, number(order, gpsAt, 4)],
      ],
      8,
    );
  }
  const gpsAt = 8 + head(0).length;
  const gps = directory(
    order,
    [
      [1, ASCII, 2, ascii('N')],
      [2, RATIONAL, 3, rationals(order, shot.latitude)],
      [3, ASCII, 2, ascii('E')],
      [4, RATIONAL, 3, rationals(order, shot.longitude)],
    ],
    gpsAt,
  );
  const begin = [Buffer.from(order), number(order, 42, 2), number(order, 8, 4)];
  const tiff = Buffer.concat([...begin, head(gpsAt), gps]);
  return withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
}

/** The same picture with a segment put before all others. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Buffer {
  const size = content.length + 2;
  const segment = Buffer.from([0xff, marker, size >> 8, size & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, content, jpeg.subarray(2)]);
}
