import { utf8 } from '../core/hash.ts';

/** Size of a block of a tar, in bytes (POSIX.1-1988, "ustar"). */
export const TAR_BLOCK = 512;
/** What stands behind the last file of a tar: two blocks of zeros. */
export const TAR_END = new Uint8Array(2 * TAR_BLOCK);

// Offsets of POSIX.1-1988 ustar; everything that is not named here is zero.
const fields = {
  mode: 100,
  owner: 108,
  group: 116,
  size: 124,
  modified: 136,
  checksum: 148,
  type: 156,
  magic: 257,
} as const;
const CHECKSUM_BLANK = ' '.repeat(8);

/** The one header of a file of this name (up to 100 ASCII characters) and size in bytes: no owner, no time, no link, no prefix. */
export function tarHeader(name: string, size: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(TAR_BLOCK);
  function put(text: string, at: number): void {
    header.set(utf8(text), at);
  }
  put(name, 0);
  put('0000600\0', fields.mode);
  put('0000000\0', fields.owner);
  put('0000000\0', fields.group);
  put(`${size.toString(8).padStart(11, '0')}\0`, fields.size);
  put('00000000000\0', fields.modified);
  put(CHECKSUM_BLANK, fields.checksum);
  put('0', fields.type);
  put('ustar\u000000', fields.magic);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, fields.checksum);
  return header;
}

/** How many zeros fill the last block of a file of this size. */
export function tarPadding(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

/** The size a header says, in bytes; undefined where the header is not the one `tarHeader` makes for this name. */
export function readTarSize(header: Uint8Array, name: string): number | undefined {
  const digits = String.fromCharCode(...header.subarray(fields.size, fields.size + 11));
  if (!/^[0-7]{11}$/.test(digits)) return undefined;
  const size = Number.parseInt(digits, 8);
  const expected = tarHeader(name, size);
  return header.every((byte, at) => byte === expected[at]) ? size : undefined;
}
