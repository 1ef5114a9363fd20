import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { filePolicy } from '#shared/desktop/page-policy.ts';
import { buildHostPage } from '../../support/build-host-page.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

export interface Site {
  readonly origin: string;
  readonly server: Server;
}

/** The host page served as the product's server serves its own, with the same policy. */
export const test = base.extend<{ site: Site }, { built: string }>({
  built: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a fixture needs from the pattern
    async ({}, give) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
      await buildHostPage(folder);
      await give(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  site: async ({ built }, give) => {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://site');
      if (pathname === '/moved') {
        response.writeHead(302, { location: '/index.html' }).end();
        return;
      }
      if (pathname === '/echo') {
        response.setHeader('set-cookie', 'session=very-secret; HttpOnly');
        response.writeHead(207, { 'x-cookie': request.headers.cookie ?? 'none' });
        request.pipe(response);
        return;
      }
      const name = pathname === '/' ? 'index.html' : pathname.slice(1);
      try {
        const body = readFileSync(path.join(built, name));
        response.writeHead(200, {
          'content-type': mediaTypes[path.extname(name)] ?? 'application/octet-stream',
          'content-security-policy': filePolicy('browser', pathname),
          'x-content-type-options': 'nosniff',
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    await give({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server });
    server.closeAllConnections();
    server.close();
  },
});

export { expect } from '@playwright/test';
