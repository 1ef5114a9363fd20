import type { Failure, FailureOf } from '#shared/core/failure.ts';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { readRanges } from '#shared/records/receipt.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import type { StoredEntry } from '../store/entry-store.ts';
import type { FeedPosition, RefusedEntry, StoredVerdict } from '../store/feed-store.ts';
import type { HeldRecord } from '../store/record-store.ts';
import type { AnswerCheck } from './judge-entry.ts';
import { judgeCovered, judgeEntry } from './judge-entry.ts';
import type { ReceivedEntry } from './read-batch.ts';

/** What a batch is judged against. `verdicts`: what was made before of numbers that the batch carries. */
export interface BatchContext {
  readonly writer: Writer;
  readonly position: FeedPosition;
  readonly verdicts: readonly StoredVerdict[];
  readonly records: ReadonlyMap<RecordId, HeldRecord>;
  readonly checkAnswers: AnswerCheck;
  readonly refusal: Failure | undefined;
  readonly nowMs: number;
  /** The server's own receipt that the batch brought along, verified. */
  readonly coveredBy: Receipt | undefined;
  /** All the entries are of what that receipt is for, though the batch may end before it. */
  readonly isVouched: boolean;
}

/**
 * What becomes of a batch: what is stored, what is refused (now or before), and where the feed stands after it. `held`: the last
 * entry of the batch that is in the feed as it came; undefined where none is.
 */
export interface BatchVerdict {
  readonly position: FeedPosition;
  readonly held: HeldEntry | undefined;
  /** The hashes of the entries by which the feed has grown, refused ones among them. */
  readonly grown: readonly Sha256[];
  readonly accepted: readonly StoredEntry[];
  readonly quarantined: readonly RefusedEntry[];
  readonly refused: readonly { readonly seq: number; readonly failure: Failure }[];
  /** The records that changed, as they are now. */
  readonly changed: ReadonlyMap<RecordId, HeldRecord>;
}

/** An entry that a feed holds. */
export interface HeldEntry {
  readonly seq: number;
  readonly hash: Sha256;
}

/**
 * Judges the entries of one feed in order. Each is judged for itself: a refused one takes its number and what is
 * behind it goes on. A number missing before the first entry is `sync/gap`; one missing further on ends the batch
 * there, and so does an entry that does not follow the one before it: its laptop goes on with a new feed.
 */
export function judgeBatch(
  context: BatchContext,
  entries: readonly ReceivedEntry[],
): Result<BatchVerdict, FailureOf<'sync/gap'>> {
  const seen = new Map<string, Failure | null>(
    context.verdicts.map(({ seq, hash, failure }) => [`${seq} ${hash}`, failure]),
  );
  const changed = new Map<RecordId, HeldRecord>();
  const accepted: StoredEntry[] = [];
  const quarantined: RefusedEntry[] = [];
  const refused: { seq: number; failure: Failure }[] = [];
  const { coveredBy, isVouched } = context;
  const isCovered = isVouched ? new Set(entries) : coveredEntries(entries, coveredBy);
  const wasRefused = readRanges(coveredBy?.refused ?? '');
  const grown: Sha256[] = [];
  let { position } = context;
  let held: HeldEntry | undefined;

  function find(id: RecordId): HeldRecord | undefined {
    return changed.get(id) ?? context.records.get(id);
  }

  function refuse(entry: ReceivedEntry, failure: Failure, isInChain: boolean): void {
    const { seq, hash, body } = entry;
    refused.push({ seq, failure });
    quarantined.push({ seq, hash, failure, isInChain, body });
    seen.set(`${seq} ${hash}`, failure);
  }

  for (const [index, received] of entries.entries()) {
    const { seq, hash, body } = received;
    if (seq > position.seq + 1) {
      if (index > 0) break;
      return err({ kind: 'sync/gap', feed: position.feed, expectedSeq: position.seq + 1 });
    }
    const earlier = seen.get(`${seq} ${hash}`);
    if (earlier !== undefined) {
      if (earlier !== null) refused.push({ seq, failure: earlier });
      if (earlier === null || !isAside(earlier)) held = { seq, hash };
      continue;
    }
    if (seq <= position.seq) {
      refuse(received, { kind: 'sync/forked-feed', feed: position.feed, seq }, false);
      continue;
    }
    if (!follows(position, received)) {
      refuse(received, { kind: 'sync/broken-chain', feed: position.feed, seq }, false);
      break;
    }
    const verdict = isCovered.has(received)
      ? judgeCovered({ ...context, find }, received, wasRefused(seq))
      : judgeEntry({ ...context, find }, received);
    position = { feed: position.feed, seq, hash, stamp: position.stamp };
    grown.push(hash);
    held = { seq, hash };
    if (!verdict.ok) {
      refuse(received, verdict.error, true);
      continue;
    }
    const { entry, after } = verdict.value;
    position = { feed: position.feed, seq, hash, stamp: entry.stamp };
    changed.set(entry.record, after);
    seen.set(`${seq} ${hash}`, null);
    const { feed, record, kind, author } = entry;
    accepted.push({ feed, seq, hash, record, kind, author, reader: after.reader, body });
  }
  return ok({ position, held, grown, accepted, quarantined, refused, changed });
}

/** The entries that lead, each to the next by its hash, to the one a receipt is for: those it says are the server's. */
function coveredEntries(
  entries: readonly ReceivedEntry[],
  receipt: Receipt | undefined,
): ReadonlySet<ReceivedEntry> {
  const covered = new Set<ReceivedEntry>();
  let next: { readonly seq: number; readonly hash: unknown } | undefined = receipt;
  for (const entry of entries.toReversed()) {
    if (entry.seq !== next?.seq || entry.hash !== next.hash) continue;
    covered.add(entry);
    next = { seq: entry.seq - 1, hash: entry.prev };
  }
  return covered;
}

/** True for what was kept aside without a number: it is not in the feed. */
function isAside({ kind }: Failure): boolean {
  return kind === 'sync/forked-feed' || kind === 'sync/broken-chain';
}

function follows(position: FeedPosition, { seq, prev, parsed }: ReceivedEntry): boolean {
  // One that is too broken to say what it follows is refused for what it is.
  if (!parsed.ok) return prev === undefined || prev === position.hash;
  const entry = parsed.value;
  return (
    entry.feed === position.feed &&
    entry.seq === seq &&
    entry.prev === position.hash &&
    (position.stamp === null || entry.stamp > position.stamp)
  );
}
