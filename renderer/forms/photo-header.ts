/** What the first bytes of a picture say of it, before anything is decoded. */
export type PhotoHeader =
  | { readonly kind: 'picture'; readonly width: number; readonly height: number }
  /** The end of the file is missing. */
  | { readonly kind: 'cut-off' }
  /** No JPEG, PNG or WebP, whatever its name says. */
  | { readonly kind: 'unknown' };

type Read = (bytes: Uint8Array<ArrayBuffer>, view: DataView) => PhotoHeader;

const unknown: PhotoHeader = { kind: 'unknown' };
const cutOff: PhotoHeader = { kind: 'cut-off' };

const readers: readonly (readonly [magic: string, at: number, read: Read])[] = [
  ['\u00ff\u00d8\u00ff', 0, readJpeg],
  ['\u0089PNG\r\n\u001a\n', 0, readPng],
  ['WEBP', 8, readWebp],
];

/**
 * Reads kind and size of a picture and whether its end is there. A decoder takes four bytes for each pixel a header claims: a
 * small file may ask for gigabytes.
 */
export function readPhotoHeader(bytes: Uint8Array<ArrayBuffer>): PhotoHeader {
  const read = readers.find(([magic, at]) => textAt(bytes, at, magic.length) === magic)?.[2];
  if (read === undefined) return unknown;
  try {
    return read(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // A read behind the last byte.
    return cutOff;
  }
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCodePoint(...bytes.subarray(at, at + length));
}

/** ITU T.81, annex B: segments up to the scan; the size is in the one that begins the frame. */
function readJpeg(bytes: Uint8Array, view: DataView): PhotoHeader {
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = 2;
  for (;;) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return unknown;
    const kind = marker & 0xff;
    if (kind === 0xda) break;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // 0xff may be repeated as a filling before a marker.
    at += kind === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  if (size === undefined) return unknown;
  return hasEnd(bytes, at) ? { kind: 'picture', ...size } : cutOff;
}

/** Whether the end of the image comes after `scan`; phones put a film behind it, so it need not be the end of the file. */
function hasEnd(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.indexOf(0xff, scan); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

/** The size is the first chunk, and the last one is IEND (PNG 11.2). */
function readPng(bytes: Uint8Array, view: DataView): PhotoHeader {
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 8;
  while (textAt(bytes, at + 4, 4) !== 'IEND') at += 12 + view.getUint32(at);
  return { kind: 'picture', ...size };
}

/** RIFF container: lossy, lossless and extended, the last also for moving pictures (WebP container specification). */
function readWebp(bytes: Uint8Array, view: DataView): PhotoHeader {
  if (view.getUint32(4, true) + 8 > bytes.length) return cutOff;
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return {
        kind: 'picture',
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { kind: 'picture', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        kind: 'picture',
        width: (view.getUint32(24, true) & 0xff_ff_ff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return unknown;
  }
}
