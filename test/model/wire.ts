import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import type { ReceivedPush } from '../../server/services/read-push.ts';
import { readSegmentPush } from '../../server/services/read-push.ts';

/** Reads the bytes of a batch as they travel on a stick, where nothing but what they are says their name. */
export function decodeBatch(bytes: Uint8Array): Promise<Result<ReceivedPush, Failure>> {
  return readSegmentPush(sha256Hex(bytes), bytes);
}
