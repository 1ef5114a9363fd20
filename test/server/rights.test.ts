import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { makeDevice, newRecordId, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

onEachDatabase('what people may write and read', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  async function team() {
    const project = await server.newProject();
    return {
      s1: { ...(await project.addPerson('s1', 'surveyor')), laptop: makeDevice('s1') },
      s2: { ...(await project.addPerson('s2', 'surveyor')), laptop: makeDevice('s2') },
      v1: { ...(await project.addPerson('v1', 'supervisor')), laptop: makeDevice('v1') },
      office: { ...(await project.addPerson('o1', 'secretariat')), laptop: makeDevice('o1') },
    };
  }

  const market = {
    record: 'market/erbil' as RecordId,
    kind: 'market',
    set: {
      country: 'IRQ',
      admin1_pcode: 'IQG11',
      name_en: 'Erbil',
      name_fa: 'اربیل',
      market_type: 'urban_central',
    },
  };
  const rate = {
    record: 'exchange_rate/x' as RecordId,
    kind: 'exchange_rate',
    set: { currency: 'IQD', dated: '2026-11-27', kind: 'market', sell: '1500', source: 'exchange' },
  };
  const round = {
    record: 'round/x' as RecordId,
    kind: 'round',
    set: {
      name_fa: 'x',
      name_en: 'x',
      state: 'open',
      starts_on: '2026-11-01',
      ends_on: '2026-12-01',
      countries: ['IRQ'],
    },
  };
  const brand = { record: 'brand/x' as RecordId, kind: 'brand', set: { name_local: 'x' } };

  test('a surveyor may propose a brand, write a rate down, and is refused a market and a round', async () => {
    const { s1 } = await team();
    const answer = await s1.push([
      s1.laptop.write(market),
      s1.laptop.write(round),
      s1.laptop.write(brand),
      s1.laptop.write(rate),
    ]);
    expect(answer.refused).toEqual([
      { seq: 1, failure: { kind: 'account/not-allowed' } },
      { seq: 2, failure: { kind: 'account/not-allowed' } },
    ]);
  });

  test('a supervisor may set a rate and is refused a market; the secretariat may write both', async () => {
    const { v1, office } = await team();
    const answer = await v1.push([v1.laptop.write(rate), v1.laptop.write(market)]);
    expect(answer.refused).toEqual([{ seq: 2, failure: { kind: 'account/not-allowed' } }]);
    expect(await office.push([office.laptop.write(market)])).toMatchObject({ refused: [] });
  });

  test('a record goes from the surveyor to the supervisor, back, and is approved', async () => {
    const { s1, v1 } = await team();
    const record = newRecordId();
    await s1.push([s1.laptop.write({ record })]);

    for (const entry of (await v1.pull()).entries) v1.laptop.see(entry);
    const comment = {
      kind: 'comment',
      set: { on_record: record, on_field: 'outlet_name', text: 'کدام دکان؟' },
    };
    await v1.push([
      v1.laptop.write({ record, set: { review_status: 'returned' } }),
      v1.laptop.write(comment),
    ]);

    const toSurveyor = await s1.pull(0, `&feed=${s1.laptop.feed}`);
    expect(toSurveyor.entries.map(({ kind: of, author }) => [of, author])).toEqual([
      ['visit', 'v1'],
      ['comment', 'v1'],
    ]);
    for (const entry of toSurveyor.entries) s1.laptop.see(entry);
    const again = { record, set: { outlet_name: 'دکان دوم', review_status: 'submitted' } };
    expect(await s1.push([s1.laptop.write(again)])).toMatchObject({ refused: [] });

    for (const entry of (await v1.pull()).entries) v1.laptop.see(entry);
    const approved = v1.laptop.write({ record, set: { review_status: 'approved' } });
    expect(await v1.push([approved])).toMatchObject({ confirmed: 3, refused: [] });
  });

  test('what was approved meanwhile is not changed by a surveyor who did not know', async () => {
    const { s1, v1 } = await team();
    const record = newRecordId();
    const made = s1.laptop.write({ record });
    await s1.push([made]);
    v1.laptop.see(made);
    await v1.push([v1.laptop.write({ record, set: { review_status: 'approved' } })]);
    const late = s1.laptop.write({ record, set: { outlet_name: 'x', review_status: 'submitted' } });
    expect((await s1.push([late])).refused).toEqual([
      {
        seq: 2,
        failure: { kind: 'record/review-step', record, from: 'approved', to: 'submitted' },
      },
    ]);
  });

  test('a surveyor neither reads nor changes the records of another, nor comments on them', async () => {
    const { s1, s2, v1 } = await team();
    const record = newRecordId();
    const made = s1.laptop.write({ record });
    await s1.push([made]);
    await v1.push([v1.laptop.write({ kind: 'comment', set: { on_record: record, text: 'خوب' } })]);
    expect((await s2.pull()).entries).toEqual([]);
    s2.laptop.see(made);
    const answer = await s2.push([
      s2.laptop.write({ record, set: { outlet_name: 'x' } }),
      s2.laptop.write({ kind: 'comment', set: { on_record: record, text: 'x' } }),
    ]);
    const notYours = { kind: 'record/not-yours', record };
    expect(answer.refused.map(({ failure }) => failure)).toEqual([notYours, notYours]);
  });

  test('a comment that came before its record is read by whose record it is', async () => {
    const { s1, s2, v1 } = await team();
    const record = newRecordId();
    const made = s1.laptop.write({ record });
    v1.laptop.see(made);
    // As after a restore, when the supervisor is there first.
    await v1.push([v1.laptop.write({ kind: 'comment', set: { on_record: record, text: 'خوب' } })]);
    const before = await s1.pull();
    expect(before.entries).toEqual([]);
    await s1.push([made]);
    for (const since of [0, before.cursor]) {
      const { entries } = await s1.pull(since, `&feed=${s1.laptop.feed}`);
      expect(entries.map(({ kind: of }) => of)).toEqual(['comment']);
    }
    expect((await s2.pull()).entries).toEqual([]);
  });

  test('a comment that its author corrects is still read by whose record it is on', async () => {
    const { s1, v1 } = await team();
    const record = newRecordId();
    await s1.push([s1.laptop.write({ record })]);
    const comment = newRecordId();
    await v1.push([
      v1.laptop.write({ record: comment, kind: 'comment', set: { on_record: record, text: 'a' } }),
    ]);
    await v1.push([v1.laptop.write({ record: comment, kind: 'comment', set: { text: 'b' } })]);
    const read = (await s1.pull(0, `&feed=${s1.laptop.feed}`)).entries;
    expect(read.map(({ set }) => set['text'])).toEqual(['a', 'b']);
  });

  test('everyone reads the registers', async () => {
    const { s1, office } = await team();
    const item = office.laptop.write(market);
    await office.push([item]);
    expect((await s1.pull()).entries).toEqual([item]);
  });

  test('a supervisor who changes an answer says why', async () => {
    const { s1, v1 } = await team();
    const record = newRecordId();
    const made = s1.laptop.write({ record });
    await s1.push([made]);
    v1.laptop.see(made);
    const answer = await v1.push([
      v1.laptop.write({ record, set: { outlet_name: 'x' } }),
      v1.laptop.write({ record, set: { outlet_name: 'x' }, why: 'as on the photo' }),
    ]);
    expect(answer.refused).toMatchObject([{ seq: 1, failure: { field: 'why' } }]);
  });

  test('a refused record is whole on the server once its author has said it again', async () => {
    const { s1, v1 } = await team();
    const record = newRecordId();
    await s1.push([s1.laptop.write({ record, set: visitAnswers({ market_level: 'moon' }) })]);
    const again = s1.laptop.write({ record, set: visitAnswers() });
    expect(await s1.push([again])).toMatchObject({ confirmed: 2, refused: [] });
    expect((await v1.pull()).entries).toEqual([again]);
  });
});
