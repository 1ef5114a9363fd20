import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import { makeDevice } from '../support/make-entries.ts';
import { signInTo } from '../support/sample-client.ts';
import { segmentOf } from '../support/segments.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { startSampleServer } from '../support/sample-server.ts';
import { ownEntry } from '../support/start-server.ts';

// More than there are connections to a database.
const SLOW = 40;

let server: ServerProcess;
const data = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-slow-'));

beforeAll(async () => {
  server = await startSampleServer(data, {}, ownEntry);
});
afterAll(async () => {
  await server.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

test('laptops that send a byte now and then, and readers that do not read, hold up nobody', async () => {
  const surveyor = await signInTo(server.url, 'surveyor1');
  const reader = await signInTo(server.url, 'supervisor1');
  const slow = await Promise.all(
    Array.from({ length: SLOW }, async () => {
      const { bytes, headers } = segmentOf('sample' as ProjectId, [
        makeDevice('surveyor1').write(),
      ]);
      const all = { ...headers, 'content-length': bytes.length, cookie: surveyor.cookie };
      const socket = await begin('POST /sync/push', all);
      socket.write(bytes.subarray(0, 40));
      return { socket, rest: bytes.subarray(40) };
    }),
  );
  const deaf = await Promise.all(
    Array.from({ length: SLOW }, () =>
      begin('GET /sync/pull?protocol=2&after=0', { cookie: reader.cookie }),
    ),
  );
  for (const socket of deaf) socket.pause();

  const laptop = makeDevice('surveyor1');
  for (let batch = 1; batch <= 5; batch += 1) {
    const entries = Array.from({ length: 100 }, () => laptop.write());
    expect(await surveyor.push(server.url, entries)).toMatchObject({ confirmed: batch * 100 });
    for (const { socket, rest } of slow) socket.write(rest.subarray(batch - 1, batch));
  }
  const page = await reader.pull(server.url, 0);
  expect(page.entries.length).toBeGreaterThan(0);

  const answers = await Promise.all(
    slow.map(async ({ socket, rest }) => {
      socket.write(rest.subarray(5));
      const [first] = (await once(socket, 'data')) as [Buffer];
      return first.toString('latin1').split('\r\n')[0];
    }),
  );
  expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 200 OK']));
  for (const socket of [...deaf, ...slow.map((one) => one.socket)]) socket.destroy();
}, 120_000);

/** Opens a connection of its own and sends the head of a request. */
async function begin(
  what: string,
  headers: Readonly<Record<string, string | number>>,
): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  const lines = Object.entries({ host: '127.0.0.1', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  socket.write(`${what} HTTP/1.1\r\n${head}\r\n\r\n`);
  return socket;
}
