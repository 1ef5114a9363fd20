import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import { holdRecords } from '../../server/store/record-store.ts';
import type { TestProject, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { makeDevice, newRecordId, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

onEachDatabase('a push', (kind) => {
  let server: TestServer;
  let project: TestProject;
  beforeAll(async () => {
    server = await buildTestServer(kind);
    project = await server.newProject();
  });
  afterAll(async () => server.close());

  async function team() {
    project = await server.newProject();
    return {
      surveyor: await project.addPerson('s1', 'surveyor'),
      other: await project.addPerson('s2', 'surveyor'),
      supervisor: await project.addPerson('v1', 'supervisor'),
    };
  }

  test('is confirmed up to its last entry and read by the supervisor as it was sent', async () => {
    const { surveyor, supervisor } = await team();
    const laptop = makeDevice('s1');
    const entries = [
      laptop.write(),
      laptop.write({ set: visitAnswers({ visit_note: '\u0000 ی\ud800' }) }),
    ];
    expect(await surveyor.push(entries)).toMatchObject({ confirmed: 2, refused: [] });
    const page = await supervisor.pull();
    expect(page).toMatchObject({ cursor: 2, more: false });
    expect(page.entries).toEqual(entries);
  });

  test('that is sent again, whole or in part, changes nothing', async () => {
    const { surveyor, supervisor } = await team();
    const laptop = makeDevice('s1');
    const entries = [laptop.write(), laptop.write(), laptop.write()];
    await surveyor.push(entries);
    expect(await surveyor.push(entries)).toMatchObject({ confirmed: 3, refused: [] });
    expect(await surveyor.push(entries.slice(1, 2))).toMatchObject({ confirmed: 3, refused: [] });
    const overlapping = [...entries.slice(2), laptop.write()];
    expect(await surveyor.push(overlapping)).toMatchObject({ confirmed: 4, refused: [] });
    expect((await supervisor.pull()).entries).toHaveLength(4);
  });

  test('with a gap before it is refused and says what it needs', async () => {
    const { surveyor } = await team();
    const laptop = makeDevice('s1');
    const [first, , third] = [laptop.write(), laptop.write(), laptop.write()];
    await surveyor.push([first]);
    const answer = await surveyor.inject(pushOf([third]));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({
      failure: { kind: 'sync/gap', feed: laptop.feed, expectedSeq: 2 },
    });
  });

  test('with a gap in it is taken up to the gap', async () => {
    const { surveyor } = await team();
    const laptop = makeDevice('s1');
    const [first, second, , fourth] = [1, 2, 3, 4].map(() => laptop.write());
    expect(await surveyor.push([first, second, fourth] as Entry[])).toMatchObject({
      confirmed: 2,
      refused: [],
    });
  });

  test.each(['first', 'middle', 'last'] as const)(
    'with a poison entry as its %s takes the others in and keeps the poison aside',
    async (place) => {
      const { surveyor, supervisor } = await team();
      const laptop = makeDevice('s1');
      const at = { first: 1, middle: 2, last: 3 }[place];
      const entries = [1, 2, 3].map((seq) =>
        seq === at ? laptop.write({ set: visitAnswers({ market_level: 'moon' }) }) : laptop.write(),
      );
      const answer = await surveyor.push(entries);
      expect(answer.confirmed).toBe(3);
      expect(answer.refused).toEqual([
        {
          seq: at,
          failure: {
            kind: 'record/bad-answer',
            record: entries[at - 1]?.record,
            field: 'market_level',
            problem: 'unknown_choice',
          },
        },
      ]);
      expect(await surveyor.push(entries)).toEqual(answer);
      const others = entries.filter(({ seq }) => seq !== at);
      expect((await supervisor.pull()).entries).toEqual(others);
      expect(await quarantined(laptop.feed)).toEqual([
        { seq: at, in_chain: true, body: entries[at - 1] },
      ]);
    },
  );

  test('keeps an entry aside that is no entry at all, and takes in what is chained to it', async () => {
    const { surveyor, supervisor } = await team();
    const laptop = makeDevice('s1');
    const broken = { ...laptop.write(), record: 'not a record', set: { constructor: 1 } };
    const next = { ...laptop.write(), prev: hashOf(broken) };
    const answer = await surveyor.pushJson([broken, next], { feed: laptop.feed });
    expect(answer).toMatchObject({
      confirmed: 2,
      refused: [{ seq: 1, failure: { kind: 'record/bad-answer', record: 'not a record' } }],
    });
    expect((await supervisor.pull()).entries).toEqual([next]);
  });

  test('keeps an entry without a number aside, in the place between its neighbours', async () => {
    const { surveyor } = await team();
    const laptop = makeDevice('s1');
    const entries = [laptop.write(), laptop.write(), laptop.write()];
    const answer = await surveyor.pushJson([entries[0], 'nonsense', entries[2]], {
      feed: laptop.feed,
    });
    expect(answer.confirmed).toBe(2);
    expect(answer.refused.map(({ seq, failure }) => [seq, failure.kind])).toEqual([
      [2, 'record/bad-answer'],
      [3, 'sync/broken-chain'],
    ]);
  });

  test('of a feed that was forked keeps the second branch aside', async () => {
    const { surveyor, supervisor } = await team();
    const laptop = makeDevice('s1');
    const [first, second] = [laptop.write(), laptop.write()];
    const fork = { ...second, why: 'written on a copy of the laptop' };
    await surveyor.push([first, second]);
    const answer = await surveyor.push([first, fork]);
    expect(answer).toMatchObject({
      confirmed: 2,
      refused: [{ seq: 2, failure: { kind: 'sync/forked-feed', feed: laptop.feed, seq: 2 } }],
    });
    expect(await surveyor.push([first, fork])).toEqual(answer);
    expect(await quarantined(laptop.feed)).toEqual([{ seq: 2, in_chain: false, body: fork }]);
    expect((await supervisor.pull()).entries).toEqual([first, second]);
  });

  test('refuses an entry whose stamp is not later than the one before it', async () => {
    const { surveyor } = await team();
    const laptop = makeDevice('s1');
    const first = laptop.write();
    const second = { ...laptop.write(), stamp: first.stamp };
    const answer = await surveyor.push([first, second]);
    expect(answer.refused).toMatchObject([{ seq: 2, failure: { kind: 'sync/broken-chain' } }]);
  });

  test('refuses an entry in the name of another person', async () => {
    const { surveyor, supervisor } = await team();
    const laptop = makeDevice('v1');
    const answer = await surveyor.push([laptop.write()]);
    expect(answer.refused).toEqual([
      { seq: 1, failure: { kind: 'account/other-person', person: 'v1' } },
    ]);
    expect((await supervisor.pull()).entries).toEqual([]);
  });

  test('to a feed of another account is refused whole', async () => {
    const { surveyor, other } = await team();
    const laptop = makeDevice('s1');
    const entry = laptop.write();
    await surveyor.push([entry]);
    const answer = await other.inject(pushOf([laptop.write()]));
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({ failure: { kind: 'account/other-person', person: 's1' } });
  });

  test('to another project is refused whole', async () => {
    const { surveyor } = await team();
    const answer = await surveyor.inject(pushOf([makeDevice('s1').write()], { project: 'other' }));
    expect(answer.json()).toEqual({ failure: { kind: 'account/not-allowed' } });
  });

  test('in a newer protocol is refused whole, with the version the server speaks', async () => {
    const { surveyor } = await team();
    const answer = await surveyor.inject(pushOf([makeDevice('s1').write()], { protocol: 3 }));
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({ failure: { kind: 'sync/update-needed', protocol: 2 } });
  });

  test('without entries confirms what the server has', async () => {
    const { surveyor } = await team();
    const laptop = makeDevice('s1');
    await surveyor.push([laptop.write()]);
    expect(await surveyor.pushJson([], { feed: laptop.feed })).toMatchObject({ confirmed: 1 });
  });

  test('of a form the server does not know is kept aside with the form named', async () => {
    const { surveyor } = await team();
    const answer = await surveyor.push([makeDevice('s1').write({ form: 9 })]);
    expect(answer.refused).toEqual([
      { seq: 1, failure: { kind: 'record/unknown-form', form: 'visit', version: 9 } },
    ]);
  });

  test('of an unfinished record is kept aside with the question named', async () => {
    const { surveyor } = await team();
    const { outlet_name: _, ...rest } = visitAnswers();
    const answer = await surveyor.push([makeDevice('s1').write({ set: rest })]);
    expect(answer.refused).toMatchObject([
      { failure: { kind: 'record/bad-answer', field: 'outlet_name', problem: 'required' } },
    ]);
  });

  test('from a person of two laptops is taken from both', async () => {
    const { surveyor, supervisor } = await team();
    const [old, fresh] = [makeDevice('s1'), makeDevice('s1')];
    const record = newRecordId();
    const first = old.write({ record });
    fresh.see(first);
    await surveyor.push([first]);
    const second = fresh.write({ record, set: { outlet_name: 'دکان نو' } });
    expect(await surveyor.push([second])).toMatchObject({ confirmed: 1, refused: [] });
    expect((await supervisor.pull()).entries).toEqual([first, second]);
    expect(await outletName(record)).toBe('دکان نو');
  });

  function pushOf(entries: readonly (Entry | undefined)[], changes = {}) {
    const feed = entries[0]?.feed;
    const payload = { protocol: 1, project: project.project, feed, entries, ...changes };
    return { method: 'POST', url: '/sync/push', payload } as const;
  }

  async function quarantined(feed: Entry['feed']) {
    const rows = await server.deps.db
      .selectFrom('quarantine')
      .select(['seq', 'in_chain', 'body'])
      .where('feed', '=', feed)
      .execute();
    return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as unknown }));
  }

  async function outletName(record: RecordId) {
    const held = await server.deps.db
      .transaction()
      .execute(async (tx) => holdRecords(tx, project.project, [record]));
    return held.get(record)?.state.paths['outlet_name']?.heads[0]?.value;
  }
});

function hashOf(entry: unknown) {
  return entryHash(entry as Entry);
}
