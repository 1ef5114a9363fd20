import type { FailureOf } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import { entrySchema } from '#shared/records/entry.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { appendAct } from '#shared/records/feed.ts';
import type { RecordChange } from './stores.ts';

/** Where an entry is put. */
export interface EntryPlace {
  readonly identity: Identity;
  readonly head: FeedHead;
  readonly latest: Stamp | undefined;
  readonly nowMs: number;
}

/** The next entry of a feed. `seen`: the writes its author saw. */
export function makeEntry(
  { record, kind, form, set, why }: RecordChange,
  seen: Entry['base'],
  { identity, head, latest, nowMs }: EntryPlace,
): Result<{ readonly entry: Entry; readonly head: FeedHead }, FailureOf<'record/bad-answer'>> {
  const paths = Object.keys(set);
  const base = pick(seen, paths);
  const reason = why === undefined ? {} : { why };
  const act = { author: identity.person, record, kind, form, set, base, ...reason };
  const appended = appendAct(head, act, { nowMs, latest });
  // What the journal could not give back must not be called saved.
  const parsed = entrySchema.safeParse(appended.entry);
  return parsed.success ? ok(appended) : err(notStorable(record, parsed.error.issues[0]?.path));
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
