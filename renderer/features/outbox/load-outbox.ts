import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Coverage, LocalStore, WorkCounts } from '../../db/stores.ts';
import { readAside } from './aside.ts';
import type { Place } from './visit-of.ts';
import { visitOf } from './visit-of.ts';

/** A record the server refused, with why and with the visit it belongs to. */
export interface Problem {
  readonly record: RecordView;
  readonly failure: Failure;
  readonly visit: Place | undefined;
}

/** What waits of one visit, or of what belongs to none: how many records of each kind. */
export interface WaitingGroup {
  readonly visit: Place | undefined;
  readonly kinds: ReadonlyMap<string, number>;
  /** The one of them that was made first. */
  readonly first: RecordId;
}

export interface OpenDraft {
  readonly draft: Draft;
  readonly visit: Place | undefined;
}

/** Everything on this laptop that is not on the server yet, and how it stands. */
export interface Outbox {
  readonly counts: WorkCounts;
  readonly problems: readonly Problem[];
  /** Those that their person has set aside; they are not among the problems. */
  readonly aside: readonly Problem[];
  readonly waiting: readonly WaitingGroup[];
  readonly photos: { readonly count: number; readonly bytes: number };
  readonly drafts: readonly OpenDraft[];
  readonly coverage: Coverage;
}

export async function loadOutbox(store: LocalStore): Promise<Outbox> {
  const [counts, states, drafts, photos, coverage, setAside] = await Promise.all([
    store.counts(),
    store.records.sendStates(),
    store.drafts.list(),
    store.photos.listUnsent(),
    store.sync.coverage(),
    readAside(store),
  ]);
  const views = await Promise.all([...states.keys()].map((id) => store.records.find(id)));
  const found = views.filter((view) => view !== undefined);
  const places = await readPlaces(store, [
    ...found.map(visitIdOf),
    ...drafts.map((draft) => draft.visit ?? (draft.kind === 'visit' ? draft.record : undefined)),
  ]);

  const problems: Problem[] = [];
  const waiting: RecordView[] = [];
  for (const record of found) {
    const state = states.get(record.id);
    if (state?.kind === 'refused') {
      problems.push({ record, failure: state.failure, visit: placeOf(places, visitIdOf(record)) });
    } else waiting.push(record);
  }
  return {
    counts,
    problems: problems.filter(({ record }) => !setAside.has(record.id)),
    aside: problems.filter(({ record }) => setAside.has(record.id)),
    waiting: groupByVisit(waiting, places),
    photos: { count: photos.length, bytes: photos.reduce((sum, photo) => sum + photo.bytes, 0) },
    drafts: drafts.map((draft) => ({
      draft,
      visit: placeOf(places, draft.visit ?? draft.record),
    })),
    coverage,
  };
}

type Places = ReadonlyMap<RecordId, Place>;

function visitIdOf(record: RecordView): RecordId | undefined {
  return record.kind === 'visit' ? record.id : record.visit;
}

function placeOf(places: Places, id: RecordId | undefined): Place | undefined {
  return id === undefined ? undefined : places.get(id);
}

async function readPlaces(
  store: LocalStore,
  ids: readonly (RecordId | undefined)[],
): Promise<Places> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  const visits = await Promise.all(wanted.map((id) => visitOf(store, id)));
  return new Map(visits.flatMap((visit) => (visit ? [[visit.id, visit] as const] : [])));
}

function groupByVisit(records: readonly RecordView[], places: Places): readonly WaitingGroup[] {
  const groups = new Map<RecordId | undefined, RecordView[]>();
  for (const record of records) {
    const id = visitIdOf(record);
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  return [...groups].flatMap(([id, members]) => {
    const [first] = members.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    if (!first) return [];
    const kinds = new Map<string, number>();
    for (const { kind } of members) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    return [{ visit: placeOf(places, id), kinds, first: first.id }];
  });
}
