/** What of a folder can be taken, the latest first, and how many photos of it this app cannot read. */
export interface FolderPhotos {
  readonly photos: readonly File[];
  readonly unreadable: number;
}

// What is told by name and time is read through; a phone's folder holds thousands.
const MOST_SHOWN = 60;
const known = /\.(?:jpe?g|png|webp)$/i;
// What an iPhone takes unless it is told otherwise; Chromium decodes none.
const foreign = /[./]hei[cf]$/i;

/** The photos of a folder, as of a phone that is plugged in. */
export function photosOf(files: readonly File[]): FolderPhotos {
  const shown = files.filter(({ name }) => !name.startsWith('.'));
  return {
    photos: shown
      .filter((file) => isPhoto(file) && !isForeign(file))
      .toSorted((a, b) => b.lastModified - a.lastModified)
      .slice(0, MOST_SHOWN),
    unreadable: shown.filter(isForeign).length,
  };
}

// A system that knows no such files gives no type: then the name says it.
function isPhoto({ type, name }: File): boolean {
  return type === '' ? known.test(name) : type.startsWith('image/');
}

function isForeign({ type, name }: File): boolean {
  return foreign.test(type === '' ? name : type);
}
