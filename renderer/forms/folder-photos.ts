/** What of a folder can be taken, the latest first, and how many photos of it this app cannot read. */
export interface FolderPhotos {
  readonly photos: readonly File[];
  readonly unreadable: number;
}

// What is told by name and time is read through; a phone's folder holds thousands.
const MOST_SHOWN = 60;
// A system that knows no such files gives no type: then the name says it.
const readable = /^image\/(?!hei[cf])|^\/.*\.(?:jpe?g|png|webp)$/i;
// What an iPhone takes unless it is told otherwise; Chromium decodes none.
const unreadable = /^image\/hei[cf]|^\/.*\.hei[cf]$/i;

/** The photos of a folder, as of a phone that is plugged in. */
export function photosOf(files: readonly File[]): FolderPhotos {
  const shown = files.filter(({ name }) => !name.startsWith('.'));
  return {
    photos: shown
      .filter((file) => readable.test(kindOf(file)))
      .toSorted((a, b) => b.lastModified - a.lastModified)
      .slice(0, MOST_SHOWN),
    unreadable: shown.filter((file) => unreadable.test(kindOf(file))).length,
  };
}

function kindOf({ type, name }: File): string {
  return type === '' ? `/${name}` : type;
}
