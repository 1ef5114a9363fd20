import { randomUUID } from 'node:crypto';
import type { FeedId, PersonId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { latestStamp } from '#shared/core/stamp.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import type { FeedHead } from '#shared/records/feed.ts';
import { appendAct, emptyFeed } from '#shared/records/feed.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { basesOf, foldEntry } from '#shared/records/fold.ts';

/** What a test says of an entry; everything else is filled in. */
export interface EntryRequest {
  readonly record?: RecordId;
  readonly kind?: string;
  readonly form?: number;
  readonly set?: Readonly<Record<Path, Json>>;
  readonly why?: string;
  readonly author?: PersonId;
}

/** A laptop as far as its feed goes: it writes entries on what it has seen. */
export interface TestDevice {
  readonly feed: FeedId;
  /** Appends an entry: by default a finished visit of its own. */
  write(request?: EntryRequest): Entry;
  /** Takes in another's entry. */
  see(entry: Entry): void;
  state(record: RecordId): RecordState | undefined;
}

/** A new record's id. */
export function newRecordId(): RecordId {
  return randomUUID() as RecordId;
}

/** A laptop of `person` with an empty feed; its clock goes on by a second with each entry. */
export function makeDevice(
  person: string,
  feed: FeedId = randomUUID() as FeedId,
  startMs = 1_795_000_000_000,
): TestDevice {
  const states = new Map<RecordId, RecordState>();
  let head: FeedHead = emptyFeed(feed);
  let latest: Stamp | undefined;
  let nowMs = startMs;

  function see(entry: Entry): void {
    states.set(entry.record, foldEntry(states.get(entry.record), entry));
    latest = latestStamp(latest, entry.stamp);
  }

  return {
    feed,
    see,
    state: (record) => states.get(record),
    write: (request = {}) => {
      const record = request.record ?? newRecordId();
      const set = request.set ?? visitAnswers();
      const act = {
        author: request.author ?? (person as PersonId),
        record,
        kind: request.kind ?? 'visit',
        form: request.form ?? 1,
        set,
        base: basesOf(states.get(record), Object.keys(set)),
        ...(request.why === undefined ? {} : { why: request.why }),
      };
      nowMs += 1000;
      const appended = appendAct(head, act, { nowMs, latest });
      head = appended.head;
      see(appended.entry);
      return appended.entry;
    },
  };
}

/** The answers of a finished visit. */
export function visitAnswers(
  changes: Readonly<Record<Path, Json>> = {},
): Readonly<Record<Path, Json>> {
  return {
    round_id: 'r1',
    enumerator_id: 'surveyor1',
    started_at: '2026-11-27T09:00:00+03:00',
    ended_at: '2026-11-27T09:30:00+03:00',
    visit_date: '2026-11-27',
    interview_mode: 'observation',
    country: 'IRQ',
    admin1_pcode: 'IQG11',
    market_id: 'erbil',
    market_type: 'urban_central',
    outlet_name: 'دکان',
    outlet_type: 'small_shop',
    market_level: 'retail',
    consent: 'not_applicable',
    visit_currency: 'IQD',
    review_status: 'submitted',
    ...changes,
  };
}
