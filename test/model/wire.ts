import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { pushRequestSchema } from '#shared/sync/http-api.ts';
import type { ReceivedPush } from '../../server/services/push-entries.ts';

/** Reads the bytes of a batch, as they travel by HTTP or on a stick: the one place of the model that knows them. */
export function decodeBatch(bytes: Uint8Array): Result<ReceivedPush, Failure> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(pushRequestSchema.parse(JSON.parse(text)));
  } catch (error) {
    return err({ kind: 'sync/bad-batch', detail: String(error).slice(0, 100) });
  }
}
