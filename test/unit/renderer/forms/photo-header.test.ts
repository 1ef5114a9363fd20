import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPhotoHeader } from '../../../../renderer/forms/photo-header.ts';
import { shownPhoto } from '../../../../renderer/forms/shown-photo.ts';

function bytes(
  ...parts: readonly (string | readonly number[] | Uint8Array)[]
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    parts.flatMap((part) => [
      ...(typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part)),
    ]),
  );
}
function big(value: number, size: 2 | 4): readonly number[] {
  return Array.from({ length: size }, (_byte, i) => (value >>> (8 * (size - 1 - i))) & 0xff);
}
function little(value: number, size: 2 | 3 | 4): readonly number[] {
  return Array.from({ length: size }, (_byte, i) => (value >>> (8 * i)) & 0xff);
}
function chunk(name: string, data: Uint8Array): Uint8Array {
  return bytes(big(data.length, 4), name, data, [0, 0, 0, 0]);
}

function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const size = bytes(big(width, 4), big(height, 4), [8, 2, 0, 0, 0]);
  const pixels = chunk('IDAT', deflateSync(new Uint8Array(100)));
  return bytes('\u0089PNG\r\n\u001a\n', chunk('IHDR', size), pixels, chunk('IEND', bytes()));
}
function jpeg(width: number, height: number, end: readonly number[] = [0xff, 0xd9]) {
  const thumbnail = bytes([0xff, 0xe1], big(8, 2), 'Exif', [0xff, 0xd9]);
  const frame = bytes(
    [0xff, 0xc0],
    big(11, 2),
    [8],
    big(height, 2),
    big(width, 2),
    [1, 1, 0x11, 0],
  );
  const scan = bytes([0xff, 0xda], big(8, 2), [1, 1, 0, 0, 63, 0], [1, 2, 3, 0xff, 0, 4]);
  return bytes([0xff, 0xd8], thumbnail, frame, scan, end);
}
function webp(kind: string, data: readonly number[]): Uint8Array<ArrayBuffer> {
  const body = bytes('WEBP', kind, little(data.length, 4), data);
  return bytes('RIFF', little(body.length, 4), body);
}

describe('a picture', () => {
  test.each([
    ['PNG', png(640, 480), 640, 480],
    ['JPEG with a thumbnail', jpeg(4000, 3000), 4000, 3000],
    [
      'lossy WebP',
      webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, ...little(320, 2), ...little(200, 2)]),
      320,
      200,
    ],
    ['lossless WebP', webp('VP8L', [0x2f, ...little(319 | (199 << 14), 4)]), 320, 200],
    ['WebP that moves', webp('VP8X', [2, 0, 0, 0, ...little(319, 3), ...little(199, 3)]), 320, 200],
  ])('%s is told by its first bytes, with its size', (_name, file, width, height) => {
    expect(readPhotoHeader(file)).toEqual({ kind: 'picture', width, height });
  });

  test('of 16,000 by 16,000 pixels in a few hundred bytes is known before it is decoded', () => {
    const bomb = png(16_000, 16_000);
    expect(bomb.length).toBeLessThan(300);
    expect(readPhotoHeader(bomb)).toEqual({ kind: 'picture', width: 16_000, height: 16_000 });
  });

  test('with something behind its end is read: phones put a film there', () => {
    const film = bytes(jpeg(40, 30), 'ftypmp42', [0xff, 0xda, 0xff, 0xd9, 0xff, 0xda]);
    expect(readPhotoHeader(film)).toEqual({ kind: 'picture', width: 40, height: 30 });
  });
});

describe('what is cut off', () => {
  test('is a JPEG whose end is only that of its thumbnail', () => {
    expect(readPhotoHeader(jpeg(40, 30, [])).kind).toBe('cut-off');
  });

  test('is any picture without its last byte, and none of its beginnings is taken for a whole one', () => {
    for (const file of [png(64, 64), jpeg(64, 64), webp('VP8L', [0x2f, ...little(5, 4)])]) {
      for (let length = 12; length < file.length - 4; length++) {
        expect(readPhotoHeader(file.slice(0, length)).kind).not.toBe('picture');
      }
    }
  });
});

describe('no picture', () => {
  test.each([
    [
      'an SVG named .jpg',
      bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ],
    ['a page', bytes('<!doctype html><script>1</script>')],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0])],
    ['an archive', bytes('PK\u0003\u0004')],
    ['nothing', bytes()],
    ['a JPEG marker and a page', bytes([0xff, 0xd8, 0xff], '<script>alert(1)</script>')],
  ])('%s is refused', (_name, file) => {
    expect(readPhotoHeader(file).kind).not.toBe('picture');
  });
});

test('a photo is shown only where it is one of a bearable size, whoever it came from', () => {
  expect(shownPhoto(jpeg(1600, 1200), 'a').ok).toBe(true);
  // 31 kB that decode to a gigabyte.
  expect(shownPhoto(png(16_000, 16_000), 'b')).toEqual({
    ok: false,
    error: { kind: 'photo/too-many-pixels', name: 'b', megapixels: 256, limit: 60 },
  });
  for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '']) {
    expect(shownPhoto(bytes(other), 'c')).toEqual({
      ok: false,
      error: { kind: 'photo/not-an-image', name: 'c' },
    });
  }
  expect(shownPhoto(jpeg(1600, 1200, []), 'd').ok).toBe(false);
});
