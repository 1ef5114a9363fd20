import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import { MAX_CALL_BYTES } from '#shared/desktop/contract.ts';

/** How long an exchange may stand still, in ms. */
const IDLE_MS = 45_000;
/** A browser does not tell how an upload goes on: a line slower than this, in bytes a second, counts as standing still. */
const SLOWEST_UPLOAD = 4096;

/** One request to the page's own origin, with its session cookie, which only the browser sees. */
export async function requestOwnServer(input: HttpRequest): Promise<Result<HttpResponse, Failure>> {
  const stop = new AbortController();
  const uploadMs = ((input.body?.length ?? 0) / SLOWEST_UPLOAD) * 1000;
  let timer = setTimeout(() => {
    stop.abort();
  }, IDLE_MS + uploadMs);

  try {
    const response = await fetch(location.origin + input.path, {
      method: input.method,
      headers: input.headers,
      body: input.body === null ? null : new Uint8Array(input.body),
      credentials: 'same-origin',
      cache: 'no-store',
      // Our server has no redirects: one is a hotspot's sign-in page.
      redirect: 'manual',
      signal: stop.signal,
    });
    if (response.type === 'opaqueredirect') return err({ kind: 'network/not-our-server' });
    const body = await readBody(response, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        stop.abort();
      }, IDLE_MS);
    });
    if (body === undefined) return err({ kind: 'network/not-our-server' });
    return ok({ status: response.status, headers: Object.fromEntries(response.headers), body });
  } catch {
    return err({ kind: stop.signal.aborted ? 'network/too-slow' : 'network/unreachable' });
  } finally {
    clearTimeout(timer);
  }
}

async function readBody(
  response: Response,
  onProgress: () => void,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  onProgress();
  for await (const part of response.body ?? []) {
    onProgress();
    size += part.length;
    if (size > MAX_CALL_BYTES) return undefined;
    parts.push(part);
  }
  return new Blob(parts).bytes();
}
