import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { filePolicy } from '#shared/desktop/page-policy.ts';

/** What a browser shows between a lock and the page that asks for the passphrase. */
const LOCKED_PAGE = 'locked.html';

/** Serves the built web page. Files under assets/ carry a hash in their names and never change; the page itself does. */
export async function serveWebPage(app: FastifyInstance, folder: string): Promise<void> {
  // A server of laptops only runs without the page.
  if (!existsSync(path.join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    allowedPath: (file) => !file.endsWith('.map'),
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = path.relative(folder, file).startsWith(`assets${path.sep}`);
      const rule = isHashed ? 'public, max-age=31536000, immutable' : 'no-cache';
      void reply.header('cache-control', rule);
      void reply.header('content-security-policy', filePolicy('browser', file));
      // Isolated, as the page is not: a browser never has the two in one process, which is how a lock empties its memory.
      if (path.relative(folder, file) === LOCKED_PAGE) {
        void reply.header('cross-origin-embedder-policy', 'require-corp');
      }
    },
  });
}
