import type { FailureOf } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { trustedScriptUrl } from '../platform/trusted-script.ts';
import type { BareRequest, PhotoReply, PhotoRequest, ReducedPhoto } from './photo-messages.ts';
import { MAX_MEGAPIXELS } from './photo-messages.ts';
// oxlint-disable-next-line import/default -- Vite makes the worker's address the default export
import workerUrl from './photo-worker.ts?worker&url';

// A camera's raw frame is far below it; a file above it is no photo of a shelf and would fill the memory of a small laptop.
const MAX_FILE_BYTES = 60_000_000;

type PhotoFailure = FailureOf<
  'photo/not-an-image' | 'photo/too-large' | 'photo/cut-off' | 'photo/too-many-pixels'
>;

/**
 * A photo as JPEG of at most `longestSide` pixels without what the camera noted in it (but its place where that may stay), a small picture
 * of it, and where it is asked for the same in full size; made off the main thread.
 */
export async function reducePhoto(
  file: File,
  request: Omit<PhotoRequest, 'file'>,
): Promise<Result<ReducedPhoto, PhotoFailure>> {
  if (file.size > MAX_FILE_BYTES) {
    return err({ kind: 'photo/too-large', bytes: file.size, limit: MAX_FILE_BYTES });
  }
  const reply = await askWorker({ file, ...request });
  switch (reply.kind) {
    case 'reduced':
      return ok(reply);
    case 'not-an-image':
      return err({ kind: 'photo/not-an-image', name: file.name });
    case 'bare':
      throw new Error('a photo that nobody asked for');
    case 'cut-off':
      return err({ kind: 'photo/cut-off', name: file.name });
    case 'too-many-pixels': {
      const { megapixels } = reply;
      return err({
        kind: 'photo/too-many-pixels',
        name: file.name,
        megapixels,
        limit: MAX_MEGAPIXELS,
      });
    }
  }
}

/** A photo of ours without its place, made off the main thread; undefined for what is no whole JPEG. */
export async function barePhoto(placed: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reply = await askWorker({ placed });
  return reply.kind === 'bare' ? reply.bytes : undefined;
}

function askWorker(request: PhotoRequest | BareRequest): Promise<PhotoReply> {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'photo' });
  return new Promise<PhotoReply>((resolve) => {
    worker.addEventListener('message', (event: MessageEvent<PhotoReply>) => resolve(event.data), {
      once: true,
    });
    // A worker that dies over a picture (out of memory, broken decoder) leaves the person with the same next step.
    worker.addEventListener('error', () => resolve({ kind: 'not-an-image' }), { once: true });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
