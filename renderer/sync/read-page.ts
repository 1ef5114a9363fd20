import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpResponse } from '#shared/desktop/contract.ts';
import type { Entry } from '#shared/records/entry.ts';
import { isEntrySize, sizedEntrySchema } from '#shared/records/entry.ts';
import type { PullPage, PullResponse } from '#shared/sync/http-api.ts';
import {
  MAX_BATCH_BYTES,
  PAGE_HEADER,
  pullPageSchema,
  SEGMENT_NAME_HEADER,
  SEGMENT_TYPE,
} from '#shared/sync/http-api.ts';
import { readSegment } from '#shared/sync/segment.ts';
import { gunzip } from './gzip.ts';
import { isSuccess, readFailure } from './read-answer.ts';

/**
 * The page of a pull, or the failure its answer says. Bytes that are not those they are named after were changed on
 * the way: nothing of such a page is believed.
 */
export async function readPage(answer: HttpResponse): Promise<Result<PullResponse, Failure>> {
  if (!isSuccess(answer)) return err(readFailure(answer));
  const page = readHeader(answer);
  const entries = page && (await readEntries(answer));
  return entries ? ok({ ...page, entries }) : err({ kind: 'network/not-our-server' });
}

function readHeader({ headers }: HttpResponse): PullPage | undefined {
  if (headers['content-type'] !== SEGMENT_TYPE) return undefined;
  try {
    return pullPageSchema.safeParse(JSON.parse(headers[PAGE_HEADER] ?? '')).data;
  } catch {
    return undefined;
  }
}

async function readEntries(answer: HttpResponse): Promise<readonly Entry[] | undefined> {
  const bytes = new Uint8Array(answer.body);
  if (sha256Hex(bytes) !== answer.headers[SEGMENT_NAME_HEADER]) return undefined;
  const layout = await gunzip(bytes, MAX_BATCH_BYTES);
  const segment = layout && readSegment(new TextDecoder().decode(layout));
  if (!segment?.ok) return undefined;
  const entries: Entry[] = [];
  for (const { raw, body } of segment.value.entries) {
    const entry = sizedEntrySchema.safeParse(raw);
    if (!entry.success || !isEntrySize(body)) return undefined;
    entries.push(entry.data);
  }
  return entries;
}
