import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { PullResponse } from '#shared/sync/http-api.ts';
import { PHOTO_UPLOADS } from '#shared/sync/http-api.ts';
import type { StoredEntry } from '../../server/store/entry-store.ts';
import { appendEntries } from '../../server/store/entry-store.ts';
import { overPool } from '../../server/store/sql.ts';
import type { TestDevice } from '../support/make-entries.ts';
import { makeDevice } from '../support/make-entries.ts';
import type { SampleClient } from '../support/sample-client.ts';
import { signInTo, tryToSignIn } from '../support/sample-client.ts';
import type { RunningPostgres } from '../support/start-postgres.ts';
import { startPostgres, whyNoPostgres } from '../support/start-postgres.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';

const missing = whyNoPostgres();
const note = missing === undefined ? '' : ` (skipped: ${missing})`;

const POLLING = { timeout: 30_000 };
const LAPTOPS = 50;
const LAPTOP_BATCHES = 4;
const LAPTOP_BATCH = 50;

describe.skipIf(missing !== undefined)(`two processes on one PostgreSQL${note}`, () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-many-'));
  let postgres: RunningPostgres;
  let one: ServerProcess;
  let two: ServerProcess;

  function start(): Promise<ServerProcess> {
    const place = { DATABASE_URL: postgres.url, BAZARNEGAR_DATA: data };
    return startServer({ ...place, BAZARNEGAR_SAMPLE: '1' });
  }

  beforeAll(async () => {
    postgres = await startPostgres();
    // At once: one of them makes the schema and the sample, the other finds them.
    [one, two] = await Promise.all([start(), start()]);
  });
  afterAll(async () => {
    await Promise.all([one.end('SIGTERM'), two.end('SIGTERM')]);
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test('hold one session, from the sign-in at one to the sign-out at the other', async () => {
    const surveyor = await signInTo(one.url, 'surveyor1');
    expect((await surveyor.fetch(two.url, '/session')).status).toBe(200);
    expect((await surveyor.fetch(two.url, '/session', { method: 'DELETE' })).status).toBe(204);
    expect((await surveyor.fetch(one.url, '/session')).status).toBe(401);
  });

  test('count wrong passwords together, and a name that is barred at one is barred at the other', async () => {
    const target = 'surveyor3';
    for (let nth = 0; nth < 10; nth += 1) {
      const { url } = nth % 2 === 0 ? one : two;
      expect((await tryToSignIn(url, target, 'wrong password')).status).toBe(401);
    }
    for (const { url } of [one, two]) expect((await tryToSignIn(url, target)).status).toBe(429);
  });

  test('take the same and different feeds at once, one of them killed meanwhile, and no reader misses or doubles an entry', async () => {
    const reader = await signInTo(one.url, 'supervisor1');
    const from = await endOf(reader, one);
    const writers = await Promise.all(
      ['surveyor1', 'surveyor2', 'supervisor1'].map(async (person) => ({
        client: await signInTo(one.url, person),
        laptop: makeDevice(person),
      })),
    );
    const reading = readOn(reader, from);
    const killing = setTimeout(400).then(() => two.end('SIGKILL'));
    const written = await Promise.all(
      writers.map(({ client, laptop }) => writeAtBoth(client, laptop, 40)),
    );
    await killing;
    two = await start();
    const all = await reading.until(written.flat().length);
    const seen = all.map(({ feed, seq }) => `${feed} ${seq}`);
    expect(seen.toSorted()).toEqual(
      written
        .flat()
        .map(({ feed, seq }) => `${feed} ${seq}`)
        .toSorted(),
    );
    for (const { laptop } of writers) {
      const seqs = all.filter(({ feed }) => feed === laptop.feed).map(({ seq }) => seq);
      expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    }
  }, 120_000);

  test('give an entry that was committed late to a reader who asked before and after it', async () => {
    const surveyor = await signInTo(two.url, 'surveyor1');
    const reader = await signInTo(one.url, 'supervisor1');
    const before = await endOf(reader, one);
    const late = makeDevice('surveyor2').write();
    const early = makeDevice('surveyor1').write();
    const database = overPool({ connectionString: postgres.url });
    const { pushing, between } = await database.db.transaction().execute(async (tx) => {
      await appendEntries(tx, 'sample' as ProjectId, [storedEntry(late)]);
      const pushed = surveyor.push(two.url, [early]);
      await setTimeout(500);
      return { pushing: pushed, between: await reader.pull(one.url, before) };
    });
    await pushing;
    await database.close();
    const after = await reader.pull(one.url, between.cursor);
    const seen = [...between.entries, ...after.entries].map(({ stamp }) => stamp);
    expect(seen).toEqual([late.stamp, early.stamp]);
  });

  test('keep a photo that one of them is taking in while the other starts, and give it from both', async () => {
    const surveyor = await signInTo(one.url, 'surveyor1');
    const photo = jpeg(300_000);
    const sha256 = sha256Hex(photo);
    const { statusCode } = await putSlowly(one, surveyor.cookie, sha256, photo, async () => {
      await two.end('SIGTERM');
      two = await start();
    });
    expect(statusCode).toBe(204);
    for (const { url } of [one, two]) {
      const got = await surveyor.fetch(url, `/photos/${sha256}`);
      expect(sha256Hex(await got.bytes())).toBe(sha256);
    }
  });

  test('go on with a photo that the other took in part', async () => {
    const surveyor = await signInTo(one.url, 'surveyor1');
    const photo = jpeg(300_000);
    const sha256 = sha256Hex(photo);
    const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
    const begun = await surveyor.fetch(one.url, PHOTO_UPLOADS, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(photo.length), 'upload-metadata': metadata },
      body: photo.subarray(0, 200_000),
    });
    expect(begun.status).toBe(201);
    const upload = `${PHOTO_UPLOADS}/${sha256}`;
    const state = await surveyor.fetch(two.url, upload, { method: 'HEAD', headers: tus });
    expect(state.headers.get('upload-offset')).toBe('200000');
    const ended = await surveyor.fetch(two.url, upload, {
      method: 'PATCH',
      headers: { ...tus, 'upload-offset': '200000' },
      body: photo.subarray(200_000),
    });
    expect(ended.status).toBe(204);
    expect((await surveyor.fetch(one.url, `/photos/${sha256}`)).status).toBe(200);
  });

  test(`serve ${LAPTOPS} laptops at once without an error, and have each entry once`, async () => {
    const people = ['surveyor1', 'surveyor2', 'supervisor1', 'secretariat1'];
    const clients = await Promise.all(people.map((person) => signInTo(one.url, person)));
    const [reader] = clients.slice(2) as [SampleClient];
    const from = await endOf(reader, one);
    const laptops = Array.from({ length: LAPTOPS }, (_, nth) => ({
      client: clients[nth % people.length] as SampleClient,
      laptop: makeDevice(people[nth % people.length] as string),
      server: nth % 2 === 0 ? one : two,
    }));
    const written = await Promise.all(
      laptops.map(async ({ client, laptop, server }) => {
        const entries: Entry[] = [];
        for (let batch = 0; batch < LAPTOP_BATCHES; batch += 1) {
          const made = Array.from({ length: LAPTOP_BATCH }, () => laptop.write());
          const answer = await client.push(server.url, made);
          expect(answer).toMatchObject({ confirmed: entries.length + made.length, refused: [] });
          entries.push(...made);
          await client.pull(server.url, from);
        }
        return entries;
      }),
    );
    const read = readOn(reader, from);
    const all = await read.until(LAPTOPS * LAPTOP_BATCHES * LAPTOP_BATCH);
    expect(new Set(all.map(({ stamp }) => stamp))).toEqual(
      new Set(written.flat().map(({ stamp }) => stamp)),
    );
    expect(all).toHaveLength(written.flat().length);
  }, 240_000);

  /** Writes batches on one feed, each pushed to both processes at once, as a laptop does that lost the answer of one. */
  async function writeAtBoth(
    client: SampleClient,
    laptop: TestDevice,
    batches: number,
  ): Promise<readonly Entry[]> {
    const written: Entry[] = [];
    for (let batch = 0; batch < batches; batch += 1) {
      const made = Array.from({ length: 1 + (batch % 4) }, () => laptop.write());
      written.push(...made);
      await expect
        .poll(async () => {
          const answers = await Promise.allSettled(
            [one, two].map(({ url }) => client.push(url, made)),
          );
          const taken = answers.filter((answer) => answer.status === 'fulfilled');
          return taken.map(({ value }) => value.confirmed);
        }, POLLING)
        .toContain(written.length);
    }
    return written;
  }

  /** Pulls page after page, from one process and the other in turn, while others write. */
  function readOn(reader: SampleClient, from: number) {
    const read: Entry[] = [];
    let wanted = Infinity;
    // What was missed would be waited for for ever.
    let deadline = Infinity;
    async function go(): Promise<readonly Entry[]> {
      let cursor = from;
      for (let turn = 0; ; turn += 1) {
        const { url } = turn % 2 === 0 ? one : two;
        const page: PullResponse | undefined = await reader
          .pull(url, cursor)
          .catch(() => undefined);
        if (!page) continue;
        read.push(...page.entries);
        ({ cursor } = page);
        const isOver = performance.now() > deadline;
        if ((read.length >= wanted && !page.more) || isOver) return read;
        await setTimeout(1);
      }
    }
    const reading = go();
    return {
      until: (count: number) => {
        wanted = count;
        deadline = performance.now() + 30_000;
        return reading;
      },
    };
  }
});

/** The cursor behind everything that is there. */
async function endOf(reader: SampleClient, { url }: ServerProcess): Promise<number> {
  for (let cursor = 0; ;) {
    const page = await reader.pull(url, cursor);
    ({ cursor } = page);
    if (!page.more) return cursor;
  }
}

/** An entry as the server keeps it. */
function storedEntry(entry: Entry): StoredEntry {
  const { feed, seq, record, kind, author } = entry;
  const body = canonicalJson(entry);
  return { feed, seq, record, kind, author, reader: author, hash: entryHash(entry), body };
}

function jpeg(size: number): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(size - 3)]);
}

/** Sends a photo in two halves and does something between them. */
async function putSlowly(
  { port }: ServerProcess,
  cookie: string,
  sha256: string,
  photo: Buffer,
  between: () => Promise<void>,
): Promise<{ readonly statusCode: number | undefined }> {
  const headers = { cookie, 'content-type': 'image/jpeg', 'content-length': photo.length };
  const at = { host: '127.0.0.1', port, path: `/photos/${sha256}`, method: 'PUT', headers };
  const sent = request(at);
  const answered = new Promise<{ statusCode: number | undefined }>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume();
      resolve({ statusCode: response.statusCode });
    });
  });
  await new Promise((resolve) => sent.write(photo.subarray(0, 100_000), resolve));
  await setTimeout(200);
  await between();
  sent.end(photo.subarray(100_000));
  return answered;
}
