/** Most records of one frame where there may be many: a frame holds 16 MiB, and an entry has at most 200 kB. */
export const RECORDS_PER_FRAME = 80;

/** The items in pieces of at most `size`, in order. */
export function pieces<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
