import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { ingestTarget } from '../support/ingest-target.ts';
import { mutateBundles } from '../support/mutate-bundles.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

// The full counts: npm run test:soak:bundle -- 100000 1 5000

const MEGABYTE = 1024 * 1024;

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

test('of 600 mutated bundles none is taken for what it is not, and each refusal has a name', async () => {
  const report = await mutateBundles(600, 1);
  expect(report).toMatchObject({ tried: 600, wronglyTaken: 0, untyped: [], slow: 0 });
  const refusals = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
  expect(refusals + report.taken).toBe(600);
  expect(refusals).toBeGreaterThan(500);
});

test('of 90 that the server and a laptop take in, none leaves a part of it with either, nor fills the memory', async () => {
  const report = await mutateBundles(90, 7, await ingestTarget(server));
  expect(report).toMatchObject({ tried: 90, wronglyTaken: 0, untyped: [], slow: 0 });
  const refusals = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
  expect(refusals + report.taken).toBe(90);
  expect(refusals).toBeGreaterThan(75);
  // Each is of a few kilobytes: what is let go of after it is far less than this.
  expect(report.grownBytes).toBeLessThan(200 * MEGABYTE);
});
