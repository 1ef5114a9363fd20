import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import { setTimeout } from 'node:timers/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '#shared/records/entry.ts';
import type { PullResponse, PushResponse } from '#shared/sync/http-api.ts';
import { emptyDatabase } from '../../build/empty-database.ts';
import { makeDevice } from '../support/make-entries.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { makeSample } from '../support/sample-server.ts';
import { ownEntry, runCli, startServer } from '../support/start-server.ts';
import { startPostgres, whyNoPostgres } from '../support/start-postgres.ts';

const missing = whyNoPostgres();
const heldElsewhere =
  /^Not done: .* in use by the Bazarnegar server with process number \d+\..*\n$/;
const kinds = [
  {
    name: 'PGlite',
    missing: undefined,
    start: async () => undefined,
    backup: { code: 1, says: heldElsewhere },
  },
  {
    name: missing === undefined ? 'PostgreSQL' : `PostgreSQL (skipped: ${missing})`,
    missing,
    start: async () => startPostgres(),
    backup: { code: 0, says: /^$/ },
  },
];
const ROUNDS = 3;

const home = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-process-'));
const made = path.join(home, 'made');
beforeAll(() => makeSample(made, ownEntry));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(path.join(home, 'data-'));
  cpSync(made, folder, { recursive: true });
  return folder;
}

const asSources = ownEntry === 'sources' ? ' (skipped: the server runs from its sources here)' : '';

test.skipIf(asSources !== '')(
  `a built server begins with the empty database that lies beside it${asSources}`,
  async () => {
    // A database has a number by chance from when it was made, the first eight bytes of this file.
    const control = readFileSync(path.join(made, 'postgres/global/pg_control'));
    expect((await emptyDatabase()).includes(control.subarray(0, 8))).toBe(true);
  },
);

for (const kind of kinds) {
  describe.skipIf(kind.missing !== undefined)(`the server’s process on ${kind.name}`, () => {
    let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
    beforeAll(async () => {
      postgres = await kind.start();
    });
    afterAll(async () => postgres?.stop());

    function environment(folder: string): Readonly<Record<string, string>> {
      const url = postgres === undefined ? {} : { DATABASE_URL: postgres.url };
      return { BAZARNEGAR_DATA: folder, BAZARNEGAR_SAMPLE: '1', ...url };
    }

    test('keeps everything it acknowledged when it is killed while laptops push', async () => {
      const settings = environment(dataFolder());
      const laptops = ['surveyor1', 'surveyor2', 'supervisor1'].map((person) => ({
        person,
        device: makeDevice(person),
        unsent: [] as Entry[],
        confirmed: 0,
      }));
      for (let round = 0; round < ROUNDS; round++) {
        const server = await startServer(settings);
        const pushing = Promise.allSettled(
          laptops.map(async (laptop) => {
            const cookie = await signIn(server, laptop.person);
            for (;;) {
              while (laptop.unsent.length < 20) laptop.unsent.push(laptop.device.write());
              const answer = await push(server, cookie, laptop.unsent);
              laptop.confirmed = answer.confirmed;
              laptop.unsent = laptop.unsent.filter(({ seq }) => seq > answer.confirmed);
            }
          }),
        );
        await expect
          .poll(() => Math.min(...laptops.map(({ confirmed }) => confirmed)), { timeout: 60_000 })
          .toBeGreaterThan(20 * round + 20);
        await setTimeout(Math.random() * 150);
        await server.end('SIGKILL');
        await pushing;
      }
      const server = await startServer(settings);
      const stored = await pullAll(server);
      for (const { device, confirmed } of laptops) {
        const seqs = stored.filter(({ feed }) => feed === device.feed).map(({ seq }) => seq);
        expect(seqs.length).toBeGreaterThanOrEqual(confirmed);
        expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
      }
      expect(await server.end('SIGTERM')).toBe(0);
    }, 240_000);

    test('finishes the request it is at when it is asked to stop, takes no other and ends well', async () => {
      const server = await startServer(environment(dataFolder()));
      const cookie = await signIn(server, 'surveyor1');
      const body = pushBody([makeDevice('surveyor1').write()]);
      const { statusCode } = await sendSlowly(server, cookie, body, async () => {
        server.kill('SIGTERM');
        while (await isListening(server)) await setTimeout(20);
      });
      expect(statusCode).toBe(200);
      expect(await server.ended).toBe(0);
    }, 120_000);

    test('is backed up by the command line where others may use the database, and else says what to do', async () => {
      const folder = dataFolder();
      const settings = environment(folder);
      const server = await startServer(settings);
      const backup = await runCli(['back-up', path.join(folder, 'b')], settings);
      expect([backup.code, backup.err]).toEqual([
        kind.backup.code,
        expect.stringMatching(kind.backup.says),
      ]);
      expect(await server.end('SIGINT')).toBe(0);
    }, 120_000);
  });
}

describe('the server’s start', () => {
  test('on a data folder that another server works on fails and leaves that one alone', async () => {
    const settings = { BAZARNEGAR_DATA: dataFolder() };
    const first = await startServer(settings);
    await expect(startServer(settings)).rejects.toThrow(`process number ${first.pid}`);
    expect(await isListening(first)).toBe(true);
    expect(await first.end('SIGTERM')).toBe(0);
  }, 120_000);

  test('with a setting that makes no sense fails with one line that names it', async () => {
    await expect(startServer({ PORT: 'x' })).rejects.toThrow(
      /^exit 1: Cannot start .* PORT: must be a port number\n$/,
    );
  });

  test('on a port that is taken fails and gives the data folder back', async () => {
    const [one, two] = [dataFolder(), dataFolder()];
    const first = await startServer({ BAZARNEGAR_DATA: one });
    const taken = { BAZARNEGAR_DATA: two, PORT: String(first.port) };
    await expect(startServer(taken)).rejects.toThrow('EADDRINUSE');
    const second = await startServer({ BAZARNEGAR_DATA: two });
    for (const server of [first, second]) {
      expect(await server.end('SIGTERM')).toBe(0);
    }
  }, 120_000);
});

function pushBody(entries: readonly Entry[]): string {
  const feed = entries[0]?.feed;
  return JSON.stringify({ protocol: 1, project: 'sample', feed, entries });
}

async function signIn(server: ServerProcess, name: string): Promise<string> {
  const answer = await fetch(`${server.url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: 'sample-bazaar' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`sign-in: ${answer.status}`);
  return cookie;
}

async function push(
  server: ServerProcess,
  cookie: string,
  entries: readonly Entry[],
): Promise<PushResponse> {
  const answer = await fetch(`${server.url}/sync/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: pushBody(entries),
  });
  if (!answer.ok) throw new Error(`push: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as PushResponse;
}

async function pullAll(server: ServerProcess): Promise<readonly Entry[]> {
  const cookie = await signIn(server, 'secretariat1');
  const entries: Entry[] = [];
  for (let cursor = 0, more = true; more;) {
    const answer = await fetch(`${server.url}/sync/pull?protocol=1&after=${cursor}`, {
      headers: { cookie },
    });
    const page = (await answer.json()) as PullResponse;
    entries.push(...page.entries);
    ({ cursor, more } = page);
  }
  return entries;
}

/** Sends a push in two halves and does something between them. */
async function sendSlowly(
  server: ServerProcess,
  cookie: string,
  body: string,
  between: () => Promise<void>,
): Promise<{ readonly statusCode: number | undefined }> {
  const bytes = Buffer.from(body);
  const headers = { cookie, 'content-type': 'application/json', 'content-length': bytes.length };
  const sent = request({
    host: '127.0.0.1',
    port: server.port,
    path: '/sync/push',
    method: 'POST',
    headers,
  });
  const answered = new Promise<{ statusCode: number | undefined }>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume();
      resolve({ statusCode: response.statusCode });
    });
  });
  await new Promise((resolve) => sent.write(bytes.subarray(0, 100), resolve));
  await setTimeout(200);
  await between();
  sent.end(bytes.subarray(100));
  return answered;
}

async function isListening(server: ServerProcess): Promise<boolean> {
  return fetch(`${server.url}/health`, { headers: { connection: 'close' } }).then(
    (answer) => answer.ok,
    () => false,
  );
}
