import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import type { HttpRequest } from '#shared/desktop/contract.ts';
import type { ExchangeLimits } from '../../../../electron/main/exchange.ts';
import type { ServerLink } from '../../../../electron/main/server-link.ts';
import { createServerLink } from '../../../../electron/main/server-link.ts';
import { createSessionCookie } from '../../../../electron/main/session-cookie.ts';
import { openSettingsFile } from '../../../../electron/main/settings-file.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { quickSealer } from '../../../support/quick-sealer.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const get: HttpRequest = { method: 'GET', path: '/health', headers: {}, body: null };

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

async function serve(listener: Listener): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => void listener(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function linkTo(
  address: string | null,
  limits: Partial<ExchangeLimits> = {},
): Promise<ServerLink> {
  const folder = temporaryFolder();
  const settings = await openSettingsFile(folder, quickSealer, folder);
  const cookie = createSessionCookie(folder, quickSealer);
  const link = createServerLink(settings, cookie, async () => true, {
    idleMs: 20_000,
    responseBytes: 1000,
    ...limits,
  });
  onTestFinished(() => {
    link.close();
  });
  if (address !== null) expectOk(await link.setAddress(address));
  return link;
}

function failure(kind: string): object {
  return { ok: false, error: { kind } };
}

test('a request reaches the configured server as it was made, and its answer comes back', async () => {
  const seen: IncomingMessage[] = [];
  const { origin } = await serve(async (request, response) => {
    seen.push(request);
    response.writeHead(201, { 'x-answer': 'yes' }).end(`got ${await text(request)}`);
  });
  const link = await linkTo(origin);
  const answer = expectOk(
    await link.request({
      method: 'POST',
      path: '/sync/push?a=1',
      headers: { 'content-type': 'application/json' },
      body: utf8('«{}»'),
    }),
  );
  expect(answer.status).toBe(201);
  expect(answer.headers['x-answer']).toBe('yes');
  expect(new TextDecoder().decode(answer.body)).toBe('got «{}»');
  expect(seen[0]).toMatchObject({ method: 'POST', url: '/sync/push?a=1' });
});

test('the page can neither set nor see what belongs to the session', async () => {
  const cookies: (string | undefined)[] = [];
  const { origin } = await serve((request, response) => {
    cookies.push(request.headers.cookie);
    response.setHeader('set-cookie', ['session=secret; Path=/; HttpOnly; SameSite=Strict']);
    response.end();
  });
  const link = await linkTo(origin);
  const forged = { ...get, headers: { cookie: 'session=forged', host: 'elsewhere' } };
  const first = expectOk(await link.request(forged));
  expectOk(await link.request(forged));
  expect(cookies).toEqual([undefined, 'session=secret']);
  expect(JSON.stringify(first.headers)).not.toContain('secret');
});

test('a session that the server ends is forgotten', async () => {
  const cookies: (string | undefined)[] = [];
  const { origin } = await serve((request, response) => {
    cookies.push(request.headers.cookie);
    const ends = cookies.length === 2;
    response.setHeader('set-cookie', ends ? 'session=; Max-Age=0' : 'session=secret');
    response.end();
  });
  const link = await linkTo(origin);
  for (let times = 0; times < 3; times += 1) await link.request(get);
  expect(cookies).toEqual([undefined, 'session=secret', undefined]);
});

test('a session is for the server that gave it', async () => {
  const cookies: (string | undefined)[] = [];
  const first = await serve((_request, response) => {
    response.setHeader('set-cookie', 'session=secret').end();
  });
  const second = await serve((request, response) => {
    cookies.push(request.headers.cookie);
    response.end();
  });
  const link = await linkTo(first.origin);
  await link.request(get);
  await link.setAddress(second.origin);
  await link.request(get);
  expect(cookies).toEqual([undefined]);
});

test('a gzipped answer is unpacked, up to the limit only', async () => {
  const { origin } = await serve((request, response) => {
    const size = request.url === '/bomb' ? 2000 : 900;
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(size)));
  });
  const link = await linkTo(origin);
  expect(expectOk(await link.request(get)).body.length).toBe(900);
  const bomb = await link.request({ ...get, path: '/bomb' });
  expect(bomb).toEqual(failure('network/not-our-server'));
});

test('a redirect is not followed: it is no answer of ours', async () => {
  const asked: (string | undefined)[] = [];
  const { origin } = await serve((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: '/portal' }).end();
  });
  expect(await (await linkTo(origin)).request(get)).toEqual(failure('network/not-our-server'));
  expect(asked).toEqual(['/health']);
});

test('an answer that is not HTTP is not from our server', async () => {
  const server = createTcpServer((socket) => {
    socket.end('welcome to the hotel\r\n\r\n');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const link = await linkTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(await link.request(get)).toEqual(failure('network/not-our-server'));
});

test('a server that is not there is unreachable', async () => {
  const { origin, server } = await serve(() => undefined);
  const link = await linkTo(origin);
  server.close();
  expect(await link.request(get)).toEqual(failure('network/unreachable'));
});

test('a connection that breaks in the middle of an answer is unreachable', async () => {
  const { origin } = await serve((request, response) => {
    response.writeHead(200, { 'content-length': 500 }).write('half');
    setTimeout(() => request.socket.destroy(), 20);
  });
  expect(await (await linkTo(origin)).request(get)).toEqual(failure('network/unreachable'));
});

test('a server that takes the request and never answers is too slow', async () => {
  const { origin } = await serve(() => undefined);
  const link = await linkTo(origin, { idleMs: 300 });
  expect(await link.request(get)).toEqual(failure('network/too-slow'));
});

test('an answer that stands still is too slow, one that goes on slowly is waited for', async () => {
  const { origin } = await serve((request, response) => {
    response.write('begun ');
    let parts = 0;
    const timer = setInterval(() => {
      parts += 1;
      if (request.url === '/slow' && parts <= 5) response.write('on ');
      if (request.url === '/slow' && parts === 6) response.end('done');
    }, 400);
    response.on('close', () => clearInterval(timer));
  });
  const link = await linkTo(origin, { idleMs: 1500 });
  const slow = expectOk(await link.request({ ...get, path: '/slow' }));
  expect(new TextDecoder().decode(slow.body)).toBe('begun on on on on on done');
  expect(await link.request({ ...get, path: '/still' })).toEqual(failure('network/too-slow'));
});

test('a kept connection that the server has closed meanwhile is replaced by a new one', async () => {
  let requests = 0;
  const { origin } = await serve((request, response) => {
    requests += 1;
    if (requests === 2) request.socket.resetAndDestroy();
    else response.end('ok');
  });
  const link = await linkTo(origin);
  expectOk(await link.request(get));
  expect(expectOk(await link.request(get)).status).toBe(200);
  expect(requests).toBe(3);
});

test('without a server set, and with an address that is none, the app says so', async () => {
  const link = await linkTo(null);
  expect(link.address()).toBe(null);
  expect(await link.request(get)).toEqual(failure('network/no-server-set'));
  expect(await link.setAddress('http://survey.example.org')).toEqual({
    ok: false,
    error: { kind: 'network/bad-address', address: 'http://survey.example.org' },
  });
});
