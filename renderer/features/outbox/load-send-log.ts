import type { RecordId } from '#shared/core/ids.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { LocalStore, SendDetails, SyncTries } from '../../db/stores.ts';
import type { Place } from './visit-of.ts';
import { visitOf } from './visit-of.ts';

/** Why a record is not on the server: where it stands, and what was tried since it waits. */
export interface SendLog {
  readonly record: RecordView;
  readonly visit: Place | undefined;
  /** Laptop clock of its last change, in ms since 1970 UTC. */
  readonly savedMs: number;
  /** Undefined for a record that is on the server as it is here. */
  readonly details: SendDetails | undefined;
  /** Newest first. */
  readonly tries: readonly SyncTries[];
  readonly history: readonly Entry[];
}

/** Reads the log of a record; undefined where this laptop has no such record. */
export async function loadSendLog(store: LocalStore, id: RecordId): Promise<SendLog | undefined> {
  const [record, details, tries, history] = await Promise.all([
    store.records.find(id),
    store.records.sendDetails(id),
    store.sync.tries(),
    store.records.history(id),
  ]);
  if (!record) return undefined;
  const visit = record.kind === 'visit' ? record.id : record.visit;
  const sinceMs = details?.sinceMs ?? Infinity;
  return {
    record,
    visit: visit && (await visitOf(store, visit)),
    savedMs: parseStamp(record.changedAt)?.ms ?? 0,
    details,
    tries: tries.filter(({ lastMs }) => lastMs >= sinceMs),
    history,
  };
}
