import { gunzipSync, gzipSync } from 'node:zlib';
import { sha256Hex } from '#shared/core/hash.ts';
import type { ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entrySchema } from '#shared/records/entry.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import type { PullResponse } from '#shared/sync/http-api.ts';
import {
  PAGE_HEADER,
  pullPageSchema,
  SEGMENT_NAME_HEADER,
  SEGMENT_TYPE,
} from '#shared/sync/http-api.ts';
import { hashForSegment, readSegment } from '#shared/sync/segment.ts';
import { expectOk } from './expect-ok.ts';

/** A segment as it is pushed: its bytes, and the headers they travel with. */
export interface PushedSegment {
  readonly count: number;
  readonly name: Sha256;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** As many entries from the beginning as one segment takes. */
export function segmentOf(project: ProjectId, entries: readonly Entry[]): PushedSegment {
  const { layout, count } = nextBatch(project, entries.map(hashForSegment));
  const bytes = gzipSync(layout);
  const name = sha256Hex(bytes);
  const headers = { 'content-type': SEGMENT_TYPE, [SEGMENT_NAME_HEADER]: name };
  return { count, name, bytes, headers };
}

/** The entries of a segment. */
export function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const segment = expectOk(readSegment(new TextDecoder().decode(gunzipSync(bytes))));
  return segment.entries.map(({ raw }) => entrySchema.parse(raw));
}

/** The page that an answer to a pull carries. */
export function pageOf(headers: Readonly<Record<string, unknown>>, body: Uint8Array): PullResponse {
  const page = pullPageSchema.parse(JSON.parse(String(headers[PAGE_HEADER])));
  return { ...page, entries: entriesOf(body) };
}
