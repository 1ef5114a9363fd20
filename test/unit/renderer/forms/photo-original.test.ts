import { expect, test } from 'vitest';
import { readPhotoHeader } from '../../../../renderer/forms/photo-header.ts';
import { bareJpeg, withoutPlace } from '../../../../renderer/forms/photo-original.ts';
import { readOrientation, readPlace, withNotes } from '../../../../renderer/forms/photo-place.ts';
import { shotInHerat, withExif, withSegment } from '../../../support/exif.ts';

/** A JPEG of two scans, with a restart and a stuffed byte in the first: tables, frame, scan, table, scan, end. */
const picture = Uint8Array.from(
  Buffer.from(
    (
      'ffd8 ffdb000400aa ffc2000b080003000401011100 ffda00080101 00003f00 01ff00ffd102 ' +
      'ffc4000400bb ffda00080101 00003f00 0304 ffd9'
    ).replaceAll(' ', ''),
    'hex',
  ),
);

test('the picture stays as it was compressed, and nothing else does', () => {
  const page = Buffer.from('<!doctype html><script>1</script>');
  const noted = withSegment(withSegment(withExif(picture, shotInHerat), 0xfe, page), 0xe2, page);
  const taken = Uint8Array.from(Buffer.concat([noted, page]));
  expect(bareJpeg(taken)).toEqual(picture);
});

test('what decodes its colours stays', () => {
  const adobe = Uint8Array.from(withSegment(picture, 0xee, Buffer.from('Adobe\0d\0\0\0\0\x02')));
  expect(bareJpeg(adobe)).toEqual(adobe);
});

test('it still stands upright, with its place only where that may stay', () => {
  const taken = Uint8Array.from(withExif(picture, shotInHerat, 'MM'));
  const [place, orientation] = [readPlace(taken), readOrientation(taken)];
  const bare = bareJpeg(taken);
  if (!bare) throw new Error('no JPEG');
  const upright = withNotes(bare, { orientation });
  expect([readOrientation(upright), readPlace(upright)]).toEqual([6, undefined]);
  const both = withNotes(bare, { orientation, place });
  expect([readOrientation(both), readPlace(both)]).toEqual([6, place]);
  expect(readPhotoHeader(both)).toEqual({ kind: 'picture', width: 4, height: 3 });
  expect(Buffer.from(both).includes('Kamera')).toBe(false);
  expect(withNotes(bare, {})).toBe(bare);
});

test('a file that is cut off anywhere, or is no JPEG, is no original', () => {
  for (let length = 0; length < picture.length - 1; length += 1) {
    expect(bareJpeg(picture.slice(0, length))).toBeUndefined();
  }
  expect(bareJpeg(Uint8Array.from(Buffer.from('\u0089PNG\r\n', 'latin1')))).toBeUndefined();
  const broken = Uint8Array.from(picture);
  broken[8] = 0;
  expect(bareJpeg(broken)).toBeUndefined();
});

test('a place that may not stay any more goes, and nothing else does', () => {
  const [place, orientation] = [readPlace(withExif(picture, shotInHerat)), 6];
  const placed = withNotes(picture, { place, orientation });
  const bare = withoutPlace(placed);
  expect(bare).toEqual(withNotes(picture, { orientation }));
  expect(withoutPlace(withNotes(picture, { place }))).toEqual(picture);
  expect(withoutPlace(placed.subarray(0, placed.length - 2))).toBeUndefined();
});
