import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { filePolicy } from '#shared/desktop/page-policy.ts';

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
    },
  });
}
