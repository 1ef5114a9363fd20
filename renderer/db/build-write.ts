import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import { MAX_BASE } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { basesOf, foldEntry } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { ActBuilder, BuiltAct } from './build-group.ts';
import { makeEntry } from './make-entry.ts';
import { isDeletion } from './rows.ts';
import type { RecordChange, ReplacedPhoto } from './stores.ts';

/** What a write needs beside the changes: of each record, what its author saw and what the server refused of it. */
export interface WriteContext {
  readonly finishedDrafts: readonly RecordId[];
  readonly replaced: readonly ReplacedPhoto[];
  /** Base noted when the draft of a record was begun; undefined where the record has no draft of a change. */
  draftBase(record: RecordId): Promise<Entry['base'] | undefined>;
  /** Paths of entries the server refused and nobody has answered yet. */
  refusedPaths(record: RecordId): Promise<readonly Path[]>;
}

/** Makes one entry of each change, and ends the drafts they came from. */
export function buildWrite(
  changes: readonly RecordChange[],
  context: WriteContext,
): ActBuilder<readonly RecordView[]> {
  return async (known) => {
    const found = await known.states(changes.map((change) => change.record));
    if (!found.ok) return found;
    const states = new Map(found.value);
    const written: JournalRecord[] = [];
    const { identity } = known.work;
    let { head, latest } = known.work;
    if (!identity || !head) return err({ kind: 'account/signed-out' });
    for (const change of changes) {
      const state = states.get(change.record);
      const again = await refusedContent(change, state, context);
      const whole = { ...change, set: { ...again, ...change.set } };
      const seen = await baseSeen(change, context);
      const base = withReplaced(seen ?? basesOf(state, Object.keys(whole.set)), again, state);
      const made = makeEntry(whole, base, { identity, head, latest, nowMs: known.nowMs });
      if (!made.ok) return made;
      states.set(change.record, foldEntry(state, made.value.entry));
      written.push({ is: 'entry', entry: made.value.entry });
      head = made.value.head;
      latest = made.value.entry.stamp;
    }
    const ended = context.finishedDrafts.map(
      (record) => ({ is: 'draft-removed', record }) as const,
    );
    const withheld = context.replaced.map((photo) => ({ is: 'photo-withheld', ...photo }) as const);
    const views = changes.flatMap(({ record }) => {
      const state = states.get(record);
      return state ? [viewRecord(state)] : [];
    });
    return ok<BuiltAct<readonly RecordView[]>>({
      frames: [[...written, ...ended, ...withheld]],
      answer: views,
    });
  };
}

/** A record is whole on the server only if what was refused is said again; a record that goes away needs nothing said. */
async function refusedContent(
  { record, set }: RecordChange,
  state: RecordState | undefined,
  context: WriteContext,
): Promise<Readonly<Record<Path, Json>>> {
  if (isDeletion(set)) return {};
  const paths = await context.refusedPaths(record);
  return Object.fromEntries(
    paths.map((path) => [path, state?.paths[path]?.heads[0]?.value ?? null]),
  );
}

/**
 * A refused write is nowhere but here: the entry that says it again must itself name what that write had replaced, or
 * everybody else would see both as a conflict. At most 100 are named, the latest.
 */
function withReplaced(
  base: Entry['base'],
  again: Readonly<Record<Path, Json>>,
  state: RecordState | undefined,
): Entry['base'] {
  const replaced = Object.keys(again).map((path) => {
    const known = new Set([...(base[path] ?? []), ...(state?.paths[path]?.superseded ?? [])]);
    return [path, [...known].toSorted().slice(-MAX_BASE)] as const;
  });
  return { ...base, ...Object.fromEntries(replaced) };
}

/** What the author saw, where it is not what the record shows now. */
async function baseSeen(
  { record, base }: RecordChange,
  context: WriteContext,
): Promise<Entry['base'] | undefined> {
  return base ?? (context.finishedDrafts.includes(record) ? context.draftBase(record) : undefined);
}
