import { expect, test } from 'vitest';
import { photosOf } from '../../../../renderer/forms/folder-photos.ts';

function file(name: string, type: string, lastModified: number): File {
  return new File(['x'], name, { type, lastModified });
}

test('photos of a folder come latest first, by their type, or by name where the system knows none', () => {
  const older = file('IMG_1.JPG', '', 1);
  const newer = file('IMG_2.png', 'image/png', 2);
  const others = [file('film.mov', 'video/quicktime', 3), file('.trash.jpg', 'image/jpeg', 4)];
  expect(photosOf([older, ...others, newer])).toEqual({ photos: [newer, older], unreadable: 0 });
});

test('what an iPhone takes and nobody here can read is counted, not passed over', () => {
  const files = [
    file('IMG_3.HEIC', '', 1),
    file('IMG_4.heif', 'image/heif', 2),
    file('IMG_5.heic', 'image/heic', 3),
    file('list.txt', '', 4),
  ];
  expect(photosOf(files)).toEqual({ photos: [], unreadable: 3 });
});
