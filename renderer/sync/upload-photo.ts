import { Upload } from 'tus-js-client';
import type { HttpStack } from 'tus-js-client';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import { PHOTO_PIECE_BYTES, PHOTO_UPLOADS } from '#shared/sync/http-api.ts';
import { readFailure } from './read-answer.ts';

type Exchange = (request: HttpRequest) => Promise<Result<HttpResponse, Failure>>;

// The protocol's client wants whole addresses; the desktop adds the true server to the path.
const anyServer = 'http://server';

/** Sends a photo in pieces, going on where an earlier transfer broke; done when the server has it under its hash. */
export async function uploadPhoto(
  exchange: Exchange,
  sha256: Sha256,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Result<null, Failure>> {
  let last: Result<HttpResponse, Failure> = err({ kind: 'network/unreachable' });
  const httpStack = stackOver(async (request) => {
    last = await exchange(request);
    return last;
  });
  return new Promise((resolve) => {
    const upload = new Upload(new Blob([new Uint8Array(bytes)]), {
      endpoint: `${anyServer}${PHOTO_UPLOADS}`,
      // What fits into one piece is not worth asking for where it broke.
      uploadUrl: bytes.length > PHOTO_PIECE_BYTES ? `${anyServer}${PHOTO_UPLOADS}/${sha256}` : null,
      metadata: { sha256 },
      chunkSize: PHOTO_PIECE_BYTES,
      uploadDataDuringCreation: true,
      // Sync itself decides when to try again.
      retryDelays: null,
      storeFingerprintForResuming: false,
      httpStack,
      fileReader: { openFile: async (blob: Blob) => piecesOf(blob) },
      onSuccess: () => resolve(ok(null)),
      onError: () => resolve(last.ok ? err(readFailure(last.value)) : last),
    });
    signal?.addEventListener('abort', () => void upload.abort(), { once: true });
    upload.start();
  });
}

function piecesOf(blob: Blob) {
  return {
    size: blob.size,
    slice: async (start: number, end: number) => ({
      value: blob.slice(start, end),
      done: end >= blob.size,
    }),
    close() {},
  };
}

function stackOver(exchange: Exchange): HttpStack {
  return {
    getName: () => 'desktop',
    createRequest(method, url) {
      const headers: Record<string, string> = {};
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader(name, value) {
          headers[name.toLowerCase()] = value;
        },
        getHeader: (name) => headers[name.toLowerCase()],
        setProgressHandler() {},
        async send(piece: Blob | null | undefined) {
          const answer = await exchange({
            method: method as HttpRequest['method'],
            path: new URL(url).pathname,
            headers,
            body: piece ? new Uint8Array(await piece.arrayBuffer()) : null,
          });
          if (!answer.ok) throw new Error(answer.error.kind);
          const { value } = answer;
          return {
            getStatus: () => value.status,
            getHeader: (name) => value.headers[name.toLowerCase()],
            getBody: () => new TextDecoder().decode(value.body),
            getUnderlyingObject: () => value,
          };
        },
        async abort() {},
        getUnderlyingObject: () => undefined,
      };
    },
  };
}
