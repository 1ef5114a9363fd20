import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import type { PersonId, ProjectId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { SEGMENT_NAME_HEADER, SEGMENT_TYPE } from '#shared/sync/http-api.ts';
import { addProject } from '../../server/store/project-store.ts';
import { addAccountTo } from '../../server/services/create-account.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { makeDevice } from '../support/make-entries.ts';
import { entriesOf, segmentOf } from '../support/segments.ts';

// Pushes as each version of the protocol sent them, kept as they were: a server takes this and the previous one.
const fixtures = path.join(import.meta.dirname, '../fixtures/protocol');
const entries = JSON.parse(readFileSync(path.join(fixtures, 'entries.json'), 'utf8')) as Entry[];
const json = readFileSync(path.join(fixtures, 'push.v1.json'));
const segment = readFileSync(path.join(fixtures, 'push.v2.segment'));
const project = 'fixture' as ProjectId;
const jsonType = { 'content-type': 'application/json' };
const segmentType = { 'content-type': SEGMENT_TYPE, [SEGMENT_NAME_HEADER]: sha256Hex(segment) };

let server: TestServer;
let surveyor: TestPerson;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
  await addProject(server.deps.db, { project, name: 'Fixture', isSample: false });
  const account = { project, name: 's1', person: 's1' as PersonId, role: 'surveyor' } as const;
  await addAccountTo(server.deps.db, server.deps.passwords, { ...account, password: testPassword });
  surveyor = await server.signIn('s1', project);
});
afterAll(async () => server.close());

async function push(payload: Buffer, headers: Readonly<Record<string, string>>) {
  return surveyor.inject({ method: 'POST', url: '/sync/push', payload, headers });
}

test('a push of version 1 and the same in version 2 are one: both confirmed, stored once', async () => {
  const confirmed = { confirmed: entries.length, refused: [] };
  expect((await push(json, jsonType)).json()).toMatchObject(confirmed);
  expect((await push(segment, segmentType)).json()).toMatchObject(confirmed);
  expect((await surveyor.pull()).entries).toEqual(entries);
});

test('a pull of version 1 is answered in JSON', async () => {
  await push(segment, segmentType);
  const answer = await surveyor.inject({ url: '/sync/pull?protocol=1&after=1' });
  expect(answer.json()).toMatchObject({ entries: entries.slice(1), cursor: 4, more: false });
});

test('a segment of version 2 is read as it was written', () => {
  expect(entriesOf(segment)).toEqual(entries);
});

test('a segment under another name, or under none, is refused whole', async () => {
  const { [SEGMENT_NAME_HEADER]: _, ...unnamed } = segmentType;
  const other = { ...segmentType, [SEGMENT_NAME_HEADER]: sha256Hex('x') };
  for (const headers of [unnamed, other]) {
    const answer = await push(segment, headers);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { failure: { kind: 'sync/bad-batch' } },
    ]);
  }
});

function named(bytes: Buffer) {
  return { ...segmentType, [SEGMENT_NAME_HEADER]: sha256Hex(bytes) };
}

test('a segment cut at any byte is refused, also under the name of what is left', async () => {
  for (let length = 0; length < segment.length; length += 13) {
    const cut = segment.subarray(0, length);
    expect((await push(cut, segmentType)).statusCode).toBe(400);
    expect((await push(cut, named(cut))).statusCode).toBe(400);
  }
});

test('a segment that unpacks to far more than a batch may be is refused as too large', async () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  const answer = await push(bomb, named(bomb));
  expect([answer.statusCode, answer.json()]).toMatchObject([
    413,
    { failure: { kind: 'server/too-large' } },
  ]);
});

test('a segment of two feeds, or of none, is no push', async () => {
  const mixed = segmentOf(project, [makeDevice('s1').write(), makeDevice('s1').write()]);
  for (const { bytes, headers } of [mixed, segmentOf(project, [])]) {
    expect((await push(bytes, headers)).json()).toMatchObject({
      failure: { kind: 'sync/bad-batch' },
    });
  }
});
