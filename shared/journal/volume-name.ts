/**
 * A journal is numbered volumes, 1, 2, 3 ... A plain volume holds what was appended while it was the last one; a compacted
 * one stands for the volumes `first` to `last` and says less: what is superseded is left out.
 */
export interface VolumeName {
  readonly first: number;
  readonly last: number;
  readonly isCompacted: boolean;
}

/** The name of a volume's file. The first is called as the whole journal was before there were volumes. */
export function volumeFileName({ first, last, isCompacted }: VolumeName): string {
  if (isCompacted) return `journal-${first}-${last}.bzj`;
  return last === 1 ? 'journal.bzj' : `journal-${last}.bzj`;
}

/** The plain volume of a number. */
export function plainVolume(number: number): VolumeName {
  return { first: number, last: number, isCompacted: false };
}

/** Reads a file's name; undefined where it is not the name of a volume. */
export function parseVolumeName(name: string): VolumeName | undefined {
  const [, a, b] = /^journal(?:-([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?)?\.bzj$/.exec(name) ?? [name];
  const first = Number(a ?? 1);
  const parsed = { first, last: Number(b ?? first), isCompacted: b !== undefined };
  return first <= parsed.last && volumeFileName(parsed) === name ? parsed : undefined;
}
