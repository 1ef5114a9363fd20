import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';

/**
 * What entries make of each record, worked out from all of them at once, as the design words it: the heads of a path are
 * the writes that no other write names. Beside the product's fold, which takes them one by one.
 */
export function expectedStates(entries: readonly Entry[]): ReadonlyMap<RecordId, RecordState> {
  const records = new Set(entries.map(({ record }) => record));
  return new Map(
    [...records].map((record) => [
      record,
      expectedState(entries.filter((entry) => entry.record === record)),
    ]),
  );
}

function expectedState(entries: readonly Entry[]): RecordState {
  const inOrder = entries.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) throw new Error('a record without entries');
  const paths = new Set(entries.flatMap(({ set }) => Object.keys(set)));
  return {
    record: first.record,
    kind: first.kind,
    form: last.form,
    created: { stamp: first.stamp, author: first.author },
    changed: { stamp: last.stamp, author: last.author },
    paths: Object.fromEntries(
      [...paths].map((path) => [path, expectedPath(inOrder.toReversed(), path)]),
    ),
  };
}

function expectedPath(latestFirst: readonly Entry[], path: string): RecordState['paths'][string] {
  const writes = latestFirst.filter(({ set }) => Object.hasOwn(set, path));
  const named = new Set(writes.flatMap(({ base }) => base[path] ?? []));
  const heads = writes
    .filter(({ stamp }) => !named.has(stamp))
    .map(({ stamp, author, set, why }) => ({
      stamp,
      author,
      value: set[path] ?? null,
      ...(why === undefined ? {} : { why }),
    }));
  return { heads, superseded: [...named].toSorted() };
}
