import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256Schema } from '#shared/core/ids.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { MAX_PHOTO_BYTES } from '#shared/sync/http-api.ts';
import { accountOf } from '../plugins/authentication.ts';
import { sendFailure } from '../plugins/failure-replies.ts';
import type { PhotoDeps } from '../services/keep-photo.ts';
import { keepPhoto, readPhoto } from '../services/keep-photo.ts';

const path = '/photos/:sha256';

/** Photos by the hash of their bytes: is it there, give it, take it. */
export function photoRoutes(app: FastifyInstance, deps: PhotoDeps): void {
  // The bytes go to the disk as they come; only JSON is read into memory.
  app.addContentTypeParser(
    /^(?:image\/|application\/octet-stream)/,
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
      return request.method === 'HEAD' ? reply.send() : reply.send(read());
    },
  });

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

function hashOf(request: FastifyRequest): Sha256 | undefined {
  const { sha256 } = request.params as { readonly sha256?: string };
  return sha256Schema.safeParse(sha256).data;
}
