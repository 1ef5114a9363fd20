import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '#shared/records/entry.ts';
import type { FeedState } from '#shared/sync/http-api.ts';
import { holdRecords } from '../../server/store/record-store.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { makeDevice, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

const WRITERS = 4;

onEachDatabase('a pull', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  test('in pages gives every entry once, in the order of the pushes', async () => {
    const { writer, reader } = await pair();
    const laptop = makeDevice('s1');
    const entries = Array.from({ length: 25 }, () => laptop.write());
    await writer.push(entries);
    const read: Entry[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = await reader.pull(cursor, '&limit=10');
      expect(page.entries.length).toBeLessThanOrEqual(10);
      read.push(...page.entries);
      ({ cursor, more } = page);
    }
    expect(read).toEqual(entries);
    expect(await reader.pull(cursor)).toMatchObject({ entries: [], cursor, more: false });
  });

  test('of large entries ends its page at the size of a segment and goes on', async () => {
    const { writer, reader } = await pair();
    const laptop = makeDevice('s1');
    const entries = Array.from({ length: 16 }, (_, n) =>
      laptop.write({ set: visitAnswers({ visit_note: String(n).repeat(50_000) }) }),
    );
    for (const entry of entries) await writer.push([entry]);
    const read: Entry[] = [];
    let pages = 0;
    for (let cursor = 0, more = true; more; pages += 1) {
      const page = await reader.pull(cursor);
      read.push(...page.entries);
      ({ cursor, more } = page);
    }
    expect(read).toEqual(entries);
    expect(pages).toBeGreaterThan(4);
  });

  test('leaves out the feed that asks and moves past it', async () => {
    const { writer } = await pair();
    const [own, old] = [makeDevice('s1'), makeDevice('s1')];
    const earlier = old.write();
    await writer.push([earlier]);
    await writer.push([own.write(), own.write()]);
    const page = await writer.pull(0, `&feed=${own.feed}`);
    expect(page).toMatchObject({ entries: [earlier], cursor: 3, more: false });
  });

  test.each([
    'protocol=2&after=-1',
    'protocol=2&after=x',
    'protocol=2&limit=0',
    'protocol=2&limit=501',
    'after=1',
    'protocol=2&feed=x',
  ])('with %s is no pull', async (query) => {
    const { reader } = await pair();
    const answer = await reader.inject({ url: `/sync/pull?${query}` });
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { failure: { kind: 'server/bad-request' } },
    ]);
  });

  test('in a newer protocol says which the server speaks', async () => {
    const { reader } = await pair();
    const answer = await reader.inject({ url: '/sync/pull?protocol=9' });
    expect(answer.json()).toEqual({ failure: { kind: 'sync/update-needed', protocol: 2 } });
  });

  test('says of a feed how far it is stored to those who read something of it, and why an entry was refused to its author alone', async () => {
    const project = await server.newProject();
    const writer = await project.addPerson('s1', 'surveyor');
    const reader = await project.addPerson('v1', 'supervisor');
    const other = await project.addPerson('s2', 'surveyor');
    const laptop = makeDevice('s1');
    await writer.push([laptop.write(), laptop.write({ kind: 'nothing' })]);
    expect((await writer.inject({ url: `/sync/feeds/${laptop.feed}` })).json()).toMatchObject({
      confirmed: 2,
    });
    const states = [writer, reader, other].map(async (person) =>
      (await person.inject({ url: `/sync/feeds/${laptop.feed}` })).json<FeedState>(),
    );
    expect(await Promise.all(states)).toMatchObject([
      { confirmed: 2, receipt: { refused: '2' }, refused: [{ seq: 2 }] },
      { confirmed: 2, receipt: { refused: '2' }, refused: [] },
      { confirmed: 0, receipt: { refused: '' }, refused: [] },
    ]);
    const unseen = makeDevice('s1').feed;
    expect((await writer.inject({ url: `/sync/feeds/${unseen}` })).json()).toMatchObject({
      confirmed: 0,
    });
  });

  test('while four laptops push misses nothing and gives nothing twice', async () => {
    const project = await server.newProject();
    const reader = await project.addPerson('v1', 'supervisor');
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, index) =>
        project.addPerson(`s${index}`, 'surveyor'),
      ),
    );
    const state = { writing: true };
    const pushed = Promise.all(
      writers.map(async (writer, index) => pushMany(writer, makeDevice(`s${index}`))),
    );
    const ended = pushed.finally(() => {
      state.writing = false;
    });
    const read: Entry[] = [];
    let cursor = 0;
    for (let more = true; state.writing || more;) {
      const page = await reader.pull(cursor, '&limit=7');
      read.push(...page.entries);
      ({ cursor, more } = page);
      // Everything here runs in one process, without the sockets that let others have their turn.
      await setImmediate();
    }
    await ended;
    const last = await reader.pull(cursor);
    const all = [...read, ...last.entries];
    const written = (await pushed).flat();
    expect(all).toHaveLength(written.length);
    expect(new Set(all.map(({ stamp }) => stamp))).toEqual(
      new Set(written.map(({ stamp }) => stamp)),
    );
  });

  test('of a register item that two laptops made at once gives both, and the record holds both', async () => {
    const project = await server.newProject();
    const people = [
      await project.addPerson('v1', 'supervisor'),
      await project.addPerson('v2', 'supervisor'),
    ];
    const item = { record: 'brand/new', kind: 'brand' } as {
      record: Entry['record'];
      kind: string;
    };
    const entries = people.map(({ person }) =>
      makeDevice(person).write({ ...item, set: { name_local: person } }),
    );
    await Promise.all(people.map(async (one, index) => one.push(entries.slice(index, index + 1))));
    const held = await server.deps.db
      .transaction()
      .execute(async (tx) => holdRecords(tx, project.project, [item.record]));
    const state = held.get(item.record)?.state;
    const names = state?.paths['name_local']?.heads.map(({ value }) => value);
    expect(names?.toSorted()).toEqual(['v1', 'v2']);
  });

  async function pair(): Promise<{ readonly writer: TestPerson; readonly reader: TestPerson }> {
    const project = await server.newProject();
    return {
      writer: await project.addPerson('s1', 'surveyor'),
      reader: await project.addPerson('v1', 'supervisor'),
    };
  }
});

async function pushMany(writer: TestPerson, laptop: ReturnType<typeof makeDevice>) {
  const written: Entry[] = [];
  for (let round = 0; round < 8; round++) {
    const batch = Array.from({ length: 1 + (round % 3) }, () => laptop.write());
    await writer.push(batch);
    written.push(...batch);
  }
  return written;
}
