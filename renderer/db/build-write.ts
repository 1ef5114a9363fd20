import type { Failure, FailureOf } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import { entrySchema } from '#shared/records/entry.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { appendAct } from '#shared/records/feed.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { basesOf, foldEntry } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { ActBuilder, BuiltAct, Known } from './build-group.ts';
import { isDeletion } from './rows.ts';
import type { RecordChange } from './stores.ts';

/** What a write needs beside the changes: of each record, what its author saw and what the server refused of it. */
export interface WriteContext {
  readonly finishedDrafts: readonly RecordId[];
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
    let { head, latest } = known.work;
    for (const change of changes) {
      const entry = await makeEntry(
        change,
        states.get(change.record),
        { ...known, work: { ...known.work, head, latest } },
        context,
      );
      if (!entry.ok) return entry;
      states.set(change.record, foldEntry(states.get(change.record), entry.value.entry));
      written.push({ is: 'entry', entry: entry.value.entry });
      head = entry.value.head;
      latest = entry.value.entry.stamp;
    }
    const ended = context.finishedDrafts.map(
      (record) => ({ is: 'draft-removed', record }) as const,
    );
    const views = changes.flatMap(({ record }) => {
      const state = states.get(record);
      return state ? [viewRecord(state)] : [];
    });
    return ok<BuiltAct<readonly RecordView[]>>({ frames: [[...written, ...ended]], answer: views });
  };
}

async function makeEntry(
  change: RecordChange,
  state: RecordState | undefined,
  { work, nowMs }: Pick<Known, 'work' | 'nowMs'>,
  context: WriteContext,
): Promise<Result<{ readonly entry: Entry; readonly head: FeedHead }, Failure>> {
  if (!work.identity || !work.head) return err({ kind: 'account/signed-out' });
  const set = { ...(await refusedContent(change, state, context)), ...change.set };
  const paths = Object.keys(set);
  const isFinished = context.finishedDrafts.includes(change.record);
  const seen = change.base ?? (isFinished ? await context.draftBase(change.record) : undefined);
  const { record, kind, form, why } = change;
  const appended = appendAct(
    work.head,
    {
      author: work.identity.person,
      record,
      kind,
      form,
      set,
      base: seen ? pick(seen, paths) : basesOf(state, paths),
      ...(why === undefined ? {} : { why }),
    },
    { nowMs, latest: work.latest },
  );
  // What the journal cannot give back must not be called saved.
  const parsed = entrySchema.safeParse(appended.entry);
  return parsed.success ? ok(appended) : err(notStorable(record, parsed.error.issues[0]?.path));
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

function pick(base: Entry['base'], paths: readonly Path[]): Entry['base'] {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const stamps = base[path];
      return stamps ? [[path, stamps] as const] : [];
    }),
  );
}

function notStorable(
  record: RecordId,
  path: readonly PropertyKey[] = [],
): FailureOf<'record/bad-answer'> {
  const field = path.slice(1).map(String).join('.') || String(path[0] ?? '');
  return { kind: 'record/bad-answer', record, field, problem: 'not-storable' };
}
