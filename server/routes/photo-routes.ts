import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256Schema } from '#shared/core/ids.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { MAX_PHOTO_BYTES, PHOTO_RECEIPT_HEADER, PHOTO_UPLOADS } from '#shared/sync/http-api.ts';
import { accountOf } from '../plugins/authentication.ts';
import { sendFailure, uploadRefusal } from '../plugins/failure-replies.ts';
import type { PhotoDeps } from '../services/keep-photo.ts';
import { keepPhoto, photoReceipt, readPhoto } from '../services/keep-photo.ts';
import { createPhotoUploads } from '../services/photo-uploads.ts';

const path = '/photos/:sha256';

/** Photos by the hash of their bytes: is it there, give it, take it, whole or in pieces. */
export function photoRoutes(app: FastifyInstance, deps: PhotoDeps): void {
  // The bytes go to the disk as they come; only JSON is read into memory.
  app.addContentTypeParser(
    /^(?:image\/|application\/(?:offset\+)?octet-stream)/,
    async (_: unknown, body: unknown) => body,
  );

  app.route({
    method: ['HEAD', 'GET'],
    url: path,
    handler: async (request, reply) => {
      const sha256 = hashOf(request);
      if (sha256 === undefined) return sendFailure(reply, { kind: 'server/not-found' });
      const found = await readPhoto(deps, accountOf(request), sha256);
      if (!found.ok) return sendFailure(reply, found.error);
      const { photo, read } = found.value;
      void reply
        .type(photo.mediaType)
        .header('content-length', photo.bytes)
        // Bytes of a hash never change; other people of one browser must ask anew.
        .header('cache-control', 'private, max-age=31536000, immutable');
      if (request.method !== 'HEAD') return reply.send(read());
      const receipt = await photoReceipt(deps, accountOf(request), sha256);
      return reply.header(PHOTO_RECEIPT_HEADER, JSON.stringify(receipt)).send();
    },
  });

  uploadRoutes(app, deps);

  app.put(path, async (request, reply): Promise<FastifyReply> => {
    const sha256 = hashOf(request);
    if (sha256 === undefined) return sendFailure(reply, { kind: 'server/not-found' });
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > MAX_PHOTO_BYTES) {
      void reply.header('connection', 'close');
      return sendFailure(reply, {
        kind: 'photo/too-large',
        bytes: declared,
        limit: MAX_PHOTO_BYTES,
      });
    }
    const kept = await keepPhoto(deps, accountOf(request), sha256, request.body as Readable);
    return kept.ok ? reply.code(204).send() : sendFailure(reply, kept.error);
  });
}

const DAY_MS = 24 * 60 * 60 * 1000;

function uploadRoutes(app: FastifyInstance, deps: PhotoDeps): void {
  const uploads = createPhotoUploads(deps, uploadRefusal);
  const clearing = setInterval(() => void uploads.clearAbandoned(), DAY_MS);
  clearing.unref();
  app.addHook('onClose', async () => clearInterval(clearing));

  async function handler(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { method, headers, url } = request;
    const body = method === 'PATCH' || method === 'POST' ? request.body : undefined;
    const response = await uploads.handle(
      accountOf(request),
      new Request(new URL(url, 'http://server'), {
        method,
        headers: Object.entries(headers).filter(
          (header): header is [string, string] => typeof header[1] === 'string',
        ),
        // Node's type and the web's of one class differ in a generic.
        ...(body instanceof Readable && {
          body: Readable.toWeb(body) as unknown as ReadableStream<Uint8Array>,
          duplex: 'half',
        }),
      }),
    );
    // A refused piece was not read to its end: its connection can carry nothing else.
    if (!response.ok) void reply.header('connection', 'close');
    return reply.send(response);
  }

  app.route({ method: 'POST', url: PHOTO_UPLOADS, handler });
  app.route({ method: ['HEAD', 'PATCH'], url: `${PHOTO_UPLOADS}/:sha256`, handler });
}

function hashOf(request: FastifyRequest): Sha256 | undefined {
  const { sha256 } = request.params as { readonly sha256?: string };
  return sha256Schema.safeParse(sha256).data;
}
