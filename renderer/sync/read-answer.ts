import type { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpResponse } from '#shared/desktop/contract.ts';
import type { PhotoReceipt } from '#shared/records/receipt.ts';
import { photoReceiptSchema } from '#shared/records/receipt.ts';
import { failureReplySchema, PHOTO_RECEIPT_HEADER } from '#shared/sync/http-api.ts';

/**
 * The answer's JSON as `schema` reads it, or the failure it says. What is no answer of our server (a hotspot's sign-in
 * page with status 200, a proxy's own 403) is `network/not-our-server`: nothing it says is believed.
 */
export function readAnswer<T>(response: HttpResponse, schema: z.ZodType<T>): Result<T, Failure> {
  if (!isSuccess(response)) return err(readFailure(response));
  const answer = schema.safeParse(readJson(response));
  return answer.success ? ok(answer.data) : err({ kind: 'network/not-our-server' });
}

/** An answer that carries nothing but its status: 204, which no sign-in page has. */
export function readDone(response: HttpResponse): Result<null, Failure> {
  return response.status === 204 ? ok(null) : err(readFailure(response));
}

/** The receipt of a photo that is there; undefined in a page that is no answer of ours. */
export function readPhotoReceipt({
  headers,
}: HttpResponse): Result<PhotoReceipt | undefined, Failure> {
  if (headers['content-type']?.startsWith('image/') !== true) return ok(undefined);
  const text = headers[PHOTO_RECEIPT_HEADER];
  if (text === undefined) return err({ kind: 'sync/server-outdated' });
  try {
    return ok(photoReceiptSchema.parse(JSON.parse(text)));
  } catch {
    return err({ kind: 'sync/wrong-receipt', problem: 'photo' });
  }
}

/** The failure an answer says, or that its status stands for. */
export function readFailure(response: HttpResponse): Failure {
  const reply = failureReplySchema.safeParse(readJson(response));
  if (reply.success) return reply.data.failure;
  if (response.status === 413) return { kind: 'server/too-large' };
  if (response.status === 429) return { kind: 'server/busy' };
  const isBusy = [502, 503, 504].includes(response.status);
  if (isBusy) return { kind: 'server/busy' };
  return response.status >= 500 && response.status !== 511
    ? { kind: 'server/internal' }
    : { kind: 'network/not-our-server' };
}

/** True for a status that says the request was done. */
export function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

function readJson({ body }: HttpResponse): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
