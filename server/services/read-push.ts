import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { feedIdSchema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { receiptSchema } from '#shared/records/receipt.ts';
import { MAX_BATCH_BYTES, pushRequestSchema } from '#shared/sync/http-api.ts';
import { PREVIOUS_PROTOCOL, PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import type { Segment } from '#shared/sync/segment.ts';
import { readSegment } from '#shared/sync/segment.ts';
import type { ReceivedEntry } from './read-batch.ts';
import { parseEntry, readBatch } from './read-batch.ts';

/** A push as it came, its entries each read for itself. */
export interface ReceivedPush {
  readonly project: ProjectId;
  readonly feed: FeedId;
  readonly entries: readonly ReceivedEntry[];
  /** The receipt that it says its last entry once had. */
  readonly coveredBy?: Receipt | undefined;
}

const unzip = promisify(gunzip);
// A whole batch in a piece or two: each piece is a wait for another thread.
const UNZIP_CHUNK = 512 * 1024;

/** Reads the JSON of a push of version 1. */
export function readJsonPush(body: unknown): Result<ReceivedPush, Failure> {
  const push = pushRequestSchema.safeParse(body);
  if (!push.success) return err({ kind: 'sync/bad-batch', detail: 'not a push' });
  const { protocol, project, feed } = push.data;
  if (protocol !== PREVIOUS_PROTOCOL) {
    return err({ kind: 'sync/update-needed', protocol: PROTOCOL_VERSION });
  }
  const entries = readBatch(push.data.entries);
  return entries.ok ? ok({ project, feed, entries: entries.value }) : entries;
}

/** Reads a push that is a segment; refused whole where its bytes are not those it is named after. */
export async function readSegmentPush(
  name: unknown,
  bytes: Uint8Array,
  coveredBy?: unknown,
): Promise<Result<ReceivedPush, Failure>> {
  if (hash('sha256', bytes) !== name) {
    return err({ kind: 'sync/bad-batch', detail: 'not the segment it is named after' });
  }
  const segment = await openSegment(bytes);
  if (!segment.ok) return segment;
  const { project, entries } = segment.value;
  const feed = feedIdSchema.safeParse(entries[0]?.raw['feed']);
  if (!feed.success || entries.some(({ raw }) => raw['feed'] !== feed.data)) {
    return err({ kind: 'sync/bad-batch', detail: 'not of one feed' });
  }
  const received = entries.map(({ raw, ...entry }) => ({
    ...entry,
    parsed: parseEntry(raw, entry.body),
  }));
  const receipt = readReceipt(coveredBy);
  return ok({ project, feed: feed.data, entries: received, coveredBy: receipt });
}

/** A receipt that is none is as if there were none: the entries are judged. */
function readReceipt(json: unknown): Receipt | undefined {
  if (typeof json !== 'string') return undefined;
  try {
    return receiptSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

async function openSegment(bytes: Uint8Array): Promise<Result<Segment, Failure>> {
  try {
    const layout = await unzip(bytes, {
      maxOutputLength: MAX_BATCH_BYTES,
      chunkSize: UNZIP_CHUNK,
    });
    const text = new TextDecoder('utf-8', { fatal: true }).decode(layout);
    return readSegment(text, (body) => hash('sha256', body) as Sha256);
  } catch (error) {
    const isLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return err(
      isLarge
        ? { kind: 'server/too-large' }
        : { kind: 'sync/bad-batch', detail: 'not a segment in gzip' },
    );
  }
}
