import type { PersonId, RecordId } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Entry, Path } from './entry.ts';

/** One write of one path that no later write has named as known: a candidate for the path's value. */
export interface Head {
  readonly stamp: Stamp;
  readonly author: PersonId;
  readonly value: Json;
  readonly why?: string;
}

/**
 * All that is known of one path: its heads, greatest stamp first, and the stamps that some write has superseded
 * (kept so that a superseded write which arrives late is not taken for a head).
 */
export interface PathState {
  readonly heads: readonly Head[];
  readonly superseded: readonly Stamp[];
}

/** The state of a record: a pure function of the set of its entries, whatever their order, repetition or grouping. */
export interface RecordState {
  readonly record: RecordId;
  readonly kind: string;
  /** The form version of the latest entry. */
  readonly form: number;
  readonly created: { readonly stamp: Stamp; readonly author: PersonId };
  readonly changed: { readonly stamp: Stamp; readonly author: PersonId };
  readonly paths: Readonly<Record<Path, PathState>>;
}

/**
 * Adds one entry to the state of its record (undefined before the first). Commutative, associative and idempotent:
 * proved as properties in test/unit/shared/records/fold.property.test.ts.
 */
export function foldEntry(state: RecordState | undefined, entry: Entry): RecordState {
  const act = { stamp: entry.stamp, author: entry.author };
  const isFirst = !state || entry.stamp < state.created.stamp;
  const isLatest = !state || entry.stamp > state.changed.stamp;
  const paths: Record<Path, PathState> = { ...state?.paths };
  // Every entry that is written, sent or received passes here: spelled out, because spreading takes twice as long.
  const { stamp, author, why } = entry;
  for (const path of Object.keys(entry.set)) {
    const value = entry.set[path] ?? null;
    const head: Head = why === undefined ? { stamp, author, value } : { stamp, author, value, why };
    paths[path] = foldWrite(paths[path], head, entry.base[path] ?? []);
  }
  return {
    record: entry.record,
    kind: isFirst ? entry.kind : state.kind,
    form: isLatest ? entry.form : state.form,
    created: isFirst ? act : state.created,
    changed: isLatest ? act : state.changed,
    paths,
  };
}

/** The state of a record from its entries, in any order; undefined when there are none. */
export function foldEntries(entries: Iterable<Entry>): RecordState | undefined {
  let state: RecordState | undefined;
  for (const entry of entries) state = foldEntry(state, entry);
  return state;
}

function foldWrite(state: PathState | undefined, write: Head, base: readonly Stamp[]): PathState {
  // Most paths are written once.
  if (!state && base.length === 0) return { heads: [write], superseded: [] };
  const superseded = new Set([...(state?.superseded ?? []), ...base]);
  const heads = new Map((state?.heads ?? []).map((head) => [head.stamp, head]));
  heads.set(write.stamp, write);
  return {
    heads: [...heads.values()]
      .filter((head) => !superseded.has(head.stamp))
      .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1)),
    superseded: [...superseded].toSorted(),
  };
}

/** True for the state that one entry alone has made: stamps are never the same twice. */
export function isOfOneEntry({ created, changed }: RecordState): boolean {
  return created.stamp === changed.stamp;
}

/** True where a path has heads with different values: two people wrote without knowing of each other. */
export function isConflict(path: PathState): boolean {
  if (path.heads.length < 2) return false;
  const values = new Set(path.heads.map((head) => canonicalJson(head.value)));
  return values.size > 1;
}

/** The stamps a new write of `path` must name as its base: all its present heads. */
function baseOf(state: RecordState | undefined, path: Path): readonly Stamp[] {
  return state?.paths[path]?.heads.map((head) => head.stamp) ?? [];
}

/** The `base` of an entry that writes `paths` of a record as its author now sees it. */
export function basesOf(
  state: RecordState | undefined,
  paths: readonly Path[],
): Readonly<Record<Path, readonly Stamp[]>> {
  return Object.fromEntries(
    paths.map((path) => [path, baseOf(state, path)] as const).filter(([, base]) => base.length > 0),
  );
}
