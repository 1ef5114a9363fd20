import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import type { HttpRequest } from '#shared/desktop/contract.ts';
import type { ServerLink } from '../../../../electron/main/server-link.ts';
import { createServerLink } from '../../../../electron/main/server-link.ts';
import { createSessionCookie } from '../../../../electron/main/session-cookie.ts';
import { openSettingsFile } from '../../../../electron/main/settings-file.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { quickSealer } from '../../../support/quick-sealer.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/certificates');
const push: HttpRequest = {
  method: 'POST',
  path: '/sync/push',
  headers: {},
  body: utf8('the day’s work'),
};

/** What this machine trusts from now on: the tests' authority beside its own. */
function trustAuthority(): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, pem('authority')]);
  onTestFinished(() => setDefaultCACertificates(before));
}

function pem(name: string): string {
  return readFileSync(path.join(folder, `${name}.pem`), 'utf8');
}

/** A link to `server`, and the requests that reached it. */
async function linkTo(server: Server): Promise<ServerLink> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const own = temporaryFolder();
  const link = createServerLink(
    await openSettingsFile(own, quickSealer, own),
    createSessionCookie(own, quickSealer),
    async () => true,
  );
  onTestFinished(() => link.close());
  const { port } = server.address() as AddressInfo;
  expectOk(await link.setAddress(`https://127.0.0.1:${port}`));
  return link;
}

function serveWith(certificate: string, heard: string[]): Server {
  return createSecureServer(
    { key: pem('key'), cert: pem(certificate) },
    ({ url = '' }, response) => {
      heard.push(url);
      response.end('taken');
    },
  );
}

test('a certificate of an authority this laptop trusts lets the request through', async () => {
  trustAuthority();
  const heard: string[] = [];
  const link = await linkTo(serveWith('good', heard));
  expect(expectOk(await link.request(push)).status).toBe(200);
  expect(heard).toEqual(['/sync/push']);
});

test.each([
  ['self-signed', 'issuer'],
  ['other-authority', 'issuer'],
  ['other-name', 'name'],
  ['expired', 'date'],
  ['early', 'date'],
] as const)(
  'a certificate that is %s sends nothing and is told by its fault: %s',
  async (certificate, fault) => {
    trustAuthority();
    const heard: string[] = [];
    const link = await linkTo(serveWith(certificate, heard));
    expect(await link.request(push)).toEqual({
      ok: false,
      error: { kind: 'network/bad-certificate', fault },
    });
    expect(heard).toEqual([]);
  },
);

test('the right certificate of an authority nobody installed here sends nothing', async () => {
  const heard: string[] = [];
  const link = await linkTo(serveWith('good', heard));
  expect(await link.request(push)).toEqual({
    ok: false,
    error: { kind: 'network/bad-certificate', fault: 'issuer' },
  });
  expect(heard).toEqual([]);
});

test.each([
  ['answers without TLS', 'HTTP/1.1 200 OK\r\n\r\n', 'network/not-our-server'],
  ['hangs up in the handshake', '', 'network/unreachable'],
] as const)('something that %s gets nothing of the request', async (_what, says, kind) => {
  const received: Buffer[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      received.push(bytes);
      socket.end(says);
    });
  });
  const link = await linkTo(server);
  expect(await link.request(push)).toEqual({ ok: false, error: { kind } });
  expect(Buffer.concat(received).toString('latin1')).not.toContain('/sync/push');
});
