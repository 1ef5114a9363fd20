import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { VolumeName } from './volume-name.ts';
import { parseVolumeName, volumeFileName } from './volume-name.ts';

/** The volumes that make the journal, in order, and files that a crash left beside them and that say nothing more. */
export interface FoundVolumes {
  readonly volumes: readonly VolumeName[];
  readonly leftovers: readonly VolumeName[];
}

/**
 * Chooses among the files of a folder those that make the journal: without gaps from the first to the last, a whole compacted
 * volume rather than those it stands for, those rather than one that was not written to its end (`isWhole` looks). A number that
 * no file stands for is a failure: to go on without it would lose what the index still knows.
 */
export async function findVolumes(
  names: readonly string[],
  isWhole: (volume: VolumeName) => Promise<boolean>,
): Promise<Result<FoundVolumes, FailureOf<'journal/volume-missing'>>> {
  const all = names.flatMap((name) => parseVolumeName(name) ?? []);
  const broken = new Set<string>();
  for (const volume of all) {
    const hasRivals = all.some((other) => other !== volume && overlaps(other, volume));
    if (volume.isCompacted && hasRivals && !(await isWhole(volume))) {
      broken.add(volumeFileName(volume));
    }
  }
  function rank(volume: VolumeName): number {
    if (broken.has(volumeFileName(volume))) return -1;
    return volume.isCompacted ? volume.last - volume.first + 1 : 0;
  }
  let missing = 0;
  /** The best volumes that end with number `last`. */
  function chain(last: number): readonly VolumeName[] | undefined {
    if (last === 0) return [];
    const ends = all.filter((volume) => volume.last === last);
    for (const volume of ends.toSorted((a, b) => rank(b) - rank(a))) {
      const before = chain(volume.first - 1);
      if (before) return [...before, volume];
    }
    missing = Math.max(missing, ends.length === 0 ? last : 0);
    return undefined;
  }
  const volumes = chain(Math.max(0, ...all.map(({ last }) => last)));
  if (!volumes) return err({ kind: 'journal/volume-missing', volume: missing });
  // What a damaged volume may have lost is not thrown away with it.
  const isSound = volumes.every((volume) => !broken.has(volumeFileName(volume)));
  const leftovers = isSound ? all.filter((volume) => !volumes.includes(volume)) : [];
  return ok({ volumes, leftovers });
}

function overlaps(a: VolumeName, b: VolumeName): boolean {
  return a.first <= b.last && b.first <= a.last;
}
