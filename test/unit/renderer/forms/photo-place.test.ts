import { expect, test } from 'vitest';
import { readPhotoHeader } from '../../../../renderer/forms/photo-header.ts';
import { readPlace, withNotes } from '../../../../renderer/forms/photo-place.ts';
import { withExif, withSegment } from '../../../support/exif.ts';

/** The smallest file that is read as a JPEG of 4 by 3 pixels. */
const jpeg = Uint8Array.from(
  Buffer.from(
    'ffd8 ffc0000b080003000401011100 ffda00080101 00003f00 0102 ffd9'.replaceAll(' ', ''),
    'hex',
  ),
);
const shot = {
  make: 'Kamera Ltd',
  orientation: 1,
  latitude: [34, 20, 31],
  longitude: [62, 11, 59],
} as const;
const place = {
  latitude: { side: 'N', parts: [34, 1, 20, 1, 31, 1] },
  longitude: { side: 'E', parts: [62, 1, 11, 1, 59, 1] },
};

test.each(['II', 'MM'] as const)('the place is read in the order of bytes %s', (order) => {
  expect(readPlace(Uint8Array.from(withExif(jpeg, shot, order)))).toEqual(place);
});

test('a picture given a place is still one, and bears that place alone', () => {
  const placed = withNotes(jpeg, { place });
  expect(readPlace(placed)).toEqual(place);
  expect(readPhotoHeader(placed)).toEqual({ kind: 'picture', width: 4, height: 3 });
  expect(Buffer.from(placed).includes('Kamera')).toBe(false);
});

test('a picture without Exif data, with other data there, or that is none, has no place', () => {
  expect(readPlace(jpeg)).toBeUndefined();
  expect(
    readPlace(Uint8Array.from(withSegment(jpeg, 0xe1, Buffer.from('http://ns')))),
  ).toBeUndefined();
  expect(readPlace(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeUndefined();
  expect(readPlace(new Uint8Array())).toBeUndefined();
});

test('Exif data that is cut off or points behind its end makes no place and no error', () => {
  const whole = Uint8Array.from(withExif(jpeg, shot));
  for (let length = 0; length < whole.length; length += 1) {
    expect([undefined, place]).toContainEqual(readPlace(whole.slice(0, length)));
  }
  for (let at = 12; at < 120; at += 1) {
    const broken = Uint8Array.from(whole);
    broken[at] = 0xff;
    expect(() => readPlace(broken)).not.toThrow();
  }
});
