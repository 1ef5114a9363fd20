import type { Failure } from '#shared/core/failure.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { specialPaths } from '#shared/records/record.ts';
import type { OutgoingRow } from './rows.ts';
import { isDeletion } from './rows.ts';
import type { SendState } from './stores.ts';

/** A record's row after one more own entry; `state` is the record's with the entry in it. */
export function withOwnEntry(
  row: OutgoingRow | undefined,
  entry: Entry,
  state: RecordState,
): OutgoingRow {
  // An earlier one comes back from the server to a laptop that was put back: what waits here is later than it.
  if (row && entry.stamp < row.stamp) return row;
  const refused = row?.refused ?? [];
  const isAnswer =
    isDeletion(entry.set) || refusedPathsOf(row).every((path) => Object.hasOwn(entry.set, path));
  const answer = refused.length > 0 && isAnswer ? entry.seq : row?.answer;
  return {
    record: entry.record,
    feed: entry.feed,
    seq: entry.seq,
    stamp: entry.stamp,
    sinceMs: row?.sinceMs ?? parseStamp(entry.stamp)?.ms ?? 0,
    refused,
    isCounted: isSurveyFormId(state.kind) && !isDeleted(state),
    ...(answer === undefined ? {} : { answer }),
  };
}

function isDeleted(state: RecordState): boolean {
  return state.paths[specialPaths.deleted]?.heads[0]?.value === true;
}

/** A record's row after the server refused one of its entries; an answer given before is none to this. */
export function withRefusal(row: OutgoingRow, entry: Entry, failure: Failure): OutgoingRow {
  const { answer: _, ...rest } = row;
  const { feed, seq } = entry;
  const others = row.refused.filter((one) => one.feed !== feed || one.seq !== seq);
  return { ...rest, refused: [...others, { feed, seq, failure, paths: Object.keys(entry.set) }] };
}

/** A record's row after a person gave up a refused entry; null where nothing of it is left to be sent or mended. */
export function withoutRefusal(
  row: OutgoingRow,
  { feed, seq }: Pick<Entry, 'feed' | 'seq'>,
  confirmed: number,
): OutgoingRow | null {
  const refused = row.refused.filter((one) => one.feed !== feed || one.seq !== seq);
  const next = { ...row, refused };
  return isSettled(next, confirmed) ? null : next;
}

/** What an answer to the refusals must say: the paths of all refused entries. */
export function refusedPathsOf(row: OutgoingRow | undefined): readonly Path[] {
  return [...new Set(row?.refused.flatMap(({ paths }) => paths))];
}

/** True where the server, holding the feed up to `confirmed`, holds all that the record says. */
export function isSettled(row: OutgoingRow, confirmed: number): boolean {
  return sendStateOf(row).kind === 'waiting' && row.seq <= confirmed;
}

/** Where the record stands, in the words of the outbox. */
export function sendStateOf(row: OutgoingRow): SendState {
  const last = row.refused.at(-1);
  return last === undefined || row.answer !== undefined
    ? { kind: 'waiting' }
    : { kind: 'refused', failure: last.failure };
}
