import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** A marker that was found: in which file, and how it lay there. */
export interface FoundMarker {
  readonly file: string;
  readonly marker: string;
  readonly as: string;
}

/**
 * Looks for markers in every byte of every file below a folder: as UTF-8, UTF-16 of either order, base64 and hex, and in whatever
 * in a file begins like zlib, gzip or raw deflate, or is brotli as a whole. Snappy and LZ4 (LevelDB, SQLite extensions) leave a text
 * that was not there before as it is, so random markers are found in them without unpacking.
 */
export function findMarkers(
  folder: string,
  markers: readonly string[],
): { readonly found: readonly FoundMarker[]; readonly bytes: number; readonly files: number } {
  const needles = needlesOf(markers);
  const found: FoundMarker[] = [];
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const content = readFileSync(file);
    bytes += content.length;
    files += 1;
    for (const [how, text] of readings(content)) {
      const seen = new Set<string>();
      for (const { marker, as } of search(text, needles)) {
        if (!seen.has(marker)) found.push({ file, marker, as: `${as}${how}` });
        seen.add(marker);
      }
    }
  }
  return { found, bytes, files };
}

interface Needle {
  readonly marker: string;
  readonly as: string;
  readonly bytes: Buffer;
}

/** Needles by their first two bytes: one walk over a file looks for all of them. */
function needlesOf(markers: readonly string[]): ReadonlyMap<number, readonly Needle[]> {
  const byStart = new Map<number, Needle[]>();
  for (const marker of markers) {
    for (const [as, bytes] of formsOf(marker)) {
      const start = bytes.readUInt16BE(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { marker, as, bytes }]);
    }
  }
  return byStart;
}

function search(text: Buffer, needles: ReadonlyMap<number, readonly Needle[]>): readonly Needle[] {
  const isStart = new Uint8Array(0x1_0000);
  for (const start of needles.keys()) isStart[start] = 1;
  const found: Needle[] = [];
  let start = text[0] ?? 0;
  for (let at = 1; at < text.length; at += 1) {
    start = ((start << 8) | (text[at] ?? 0)) & 0xffff;
    if (isStart[start] !== 1) continue;
    for (const needle of needles.get(start) ?? []) {
      const end = at - 1 + needle.bytes.length;
      if (end <= text.length && needle.bytes.compare(text, at - 1, end) === 0) found.push(needle);
    }
  }
  return found;
}

function formsOf(marker: string): readonly (readonly [name: string, needle: Buffer])[] {
  const utf8 = Buffer.from(marker, 'utf8');
  const little = Buffer.from(marker, 'utf16le');
  const big = Buffer.from(little).swap16();
  // Whatever stands before it: of three ways that base64 can cut it, the middle of each.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    return ['base64', Buffer.from(text.slice(4, -4))] as const;
  });
  return [
    ['UTF-8', utf8],
    ['UTF-16', little],
    ['UTF-16', big],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ...base64,
  ];
}

function* readings(content: Buffer): Generator<readonly [how: string, text: Buffer]> {
  yield ['', content];
  for (const [how, unpack] of [
    [' in brotli', brotliDecompressSync],
    [' in deflate', inflateRawSync],
  ] as const) {
    const whole = unpacked(() => unpack(content));
    if (whole) yield [how, whole];
  }
  for (let at = 0; at < content.length - 2; at += 1) {
    const rest = content.subarray(at);
    if (rest[0] === 0x1f && rest[1] === 0x8b && rest[2] === 8) {
      const text = unpacked(() => gunzipSync(rest, { finishFlush: SYNC_FLUSH }));
      if (text) yield [' in gzip', text];
    }
    const isZlib = rest[0] === 0x78 && ((rest[0] << 8) | (rest[1] ?? 0)) % 31 === 0;
    const text = isZlib && unpacked(() => inflateSync(rest, { finishFlush: SYNC_FLUSH }));
    if (text) yield [' in zlib', text];
  }
}

// Takes what there is of a stream that something else follows, or that was cut off.
const SYNC_FLUSH = 2;

function unpacked(unpack: () => Buffer): Buffer | undefined {
  try {
    return unpack();
  } catch {
    return undefined;
  }
}
