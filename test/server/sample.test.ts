import { afterAll, beforeAll, expect, test } from 'vitest';
import { entrySchema } from '#shared/records/entry.ts';
import { emptyFeed, followFeed } from '#shared/records/feed.ts';
import { sampleAccounts, sampleProject } from '../../server/sample-project.ts';
import { checkAnswers } from '../../server/services/check-answers.ts';
import { seedSample } from '../../server/services/seed-sample.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

onEachDatabase('the sample project', (kind) => {
  let server: TestServer;
  let surveyor: TestPerson;
  beforeAll(async () => {
    server = await buildTestServer(kind, {}, { sampleAccounts });
    const sample = sampleProject(server.clock.ms);
    await seedSample(server.deps, sample);
    surveyor = await server.signIn('surveyor1', sample.project, 'sample-bazaar');
  });
  afterAll(async () => server.close());

  test('is made once and left alone from then on', async () => {
    expect(await seedSample(server.deps, sampleProject(server.clock.ms))).toBe(false);
  });

  test('tells everyone its accounts, two surveyors, a supervisor and a secretariat', async () => {
    const health = await server.app.inject({ url: '/health', headers: { host: 'localhost' } });
    expect(health.json()).toMatchObject({
      isSample: true,
      sampleAccounts: sampleAccounts.map(({ name, role }) => ({ name, role })),
    });
    expect(sampleAccounts.map(({ role }) => role)).toEqual([
      'surveyor',
      'surveyor',
      'supervisor',
      'secretariat',
    ]);
  });

  test('gives a surveyor every register, as one unbroken feed of entries that fit their forms', async () => {
    const entries = [];
    for (let cursor = 0, more = true; more;) {
      const page = await surveyor.pull(cursor);
      entries.push(...page.entries);
      ({ cursor, more } = page);
    }
    const [first] = entries;
    if (!first) throw new Error('no entries');
    expect(entries).toHaveLength(sampleProject(server.clock.ms).acts.length);
    expect(followFeed(emptyFeed(first.feed), entries).ok).toBe(true);
    for (const entry of entries) {
      expect(checkAnswers(entrySchema.parse(entry), undefined)).toBeUndefined();
    }
  });

  test('is not made in a server that has a project', async () => {
    const other = await buildTestServer(kind);
    await other.newProject();
    expect(await seedSample(other.deps, sampleProject(server.clock.ms))).toBe(false);
    await other.close();
  });
});
