import type { PersonId } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Path } from './entry.ts';
import type { PathState, RecordState } from './fold.ts';

/**
 * A record's state as it is stored, a third of its size: paths that one write alone has ever written lie together under
 * it. `rest` are the others, as they are.
 */
export interface PackedState extends Omit<RecordState, 'paths'> {
  readonly writes: readonly PackedWrite[];
  readonly rest: Readonly<Record<Path, PathState>>;
}

interface PackedWrite {
  readonly stamp: Stamp;
  readonly author: PersonId;
  readonly why?: string;
  readonly set: Readonly<Record<Path, Json>>;
}

/** A state as it is stored. */
export function packState({ paths, ...state }: RecordState): PackedState {
  const writes = new Map<Stamp, PackedWrite & { readonly set: Record<Path, Json> }>();
  const rest: Record<Path, PathState> = {};
  for (const [path, pathState] of Object.entries(paths)) {
    const [head, other] = pathState.heads;
    if (head === undefined || other !== undefined || pathState.superseded.length > 0) {
      rest[path] = pathState;
      continue;
    }
    const { value, ...write } = head;
    const packed = writes.get(write.stamp) ?? { ...write, set: {} };
    packed.set[path] = value;
    writes.set(write.stamp, packed);
  }
  return { ...state, writes: [...writes.values()], rest };
}

/** A stored state as `packState` was given it. */
export function unpackState({ writes, rest, ...state }: PackedState): RecordState {
  const paths: Record<Path, PathState> = { ...rest };
  for (const { set, ...write } of writes) {
    for (const [path, value] of Object.entries(set)) {
      paths[path] = { heads: [{ ...write, value }], superseded: [] };
    }
  }
  return { ...state, paths };
}
