import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagePolicy } from '#shared/desktop/page-policy.ts';
import { failureReplySchema } from '#shared/sync/http-api.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { makeDevice } from '../support/make-entries.ts';
import { hostileRuns, promptly } from '../support/hostile-runs.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

onEachDatabase('a request', (kind) => {
  let server: TestServer;
  let person: TestPerson;
  let project: string;
  beforeAll(async () => {
    server = await buildTestServer(kind, { publicHosts: ['bazaar.example.org'] });
    const made = await server.newProject();
    ({ project } = made);
    person = await made.addPerson('s1', 'surveyor');
  });
  afterAll(async () => server.close());

  async function push(payload: string | Buffer, headers = {}) {
    const type = { 'content-type': 'application/json' };
    return person.inject({
      method: 'POST',
      url: '/sync/push',
      payload,
      headers: { ...type, ...headers },
    });
  }

  function pushBody(): string {
    const laptop = makeDevice('s1');
    return JSON.stringify({ protocol: 1, project, feed: laptop.feed, entries: [laptop.write()] });
  }

  test.each([
    ['an unknown host name', { host: 'evil.example.org' }, 400],
    ['a host name that only begins like ours', { host: 'bazaar.example.org.evil.org' }, 400],
    ['an origin of another site', { origin: 'https://evil.example.org' }, 403],
    [
      'an origin of another port',
      { host: 'localhost:47615', origin: 'http://localhost:8080' },
      403,
    ],
    ['an origin that is hidden', { origin: 'null' }, 403],
    ['the browser’s word that it comes from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the browser’s word that it comes from a sister site', { 'sec-fetch-site': 'same-site' }, 403],
  ])('that changes something with %s is refused', async (_, headers, status) => {
    const answer = await push(pushBody(), headers);
    expect(answer.statusCode).toBe(status);
    expect(failureReplySchema.safeParse(answer.json()).success).toBe(true);
  });

  test.each([
    ['our own origin', { host: 'localhost:47615', origin: 'http://localhost:47615' }],
    [
      'our own origin behind a proxy that speaks https',
      { host: 'bazaar.example.org', origin: 'https://bazaar.example.org' },
    ],
    ['an address as its host', { host: '192.168.1.10:47615' }],
    ['an IPv6 address as its host', { host: '[::1]:47615' }],
    ['the browser’s word that it is ours', { 'sec-fetch-site': 'same-origin' }],
    ['neither, as programs send it', {}],
  ])('with %s is taken', async (_, headers) => {
    expect((await push(pushBody(), headers)).statusCode).toBe(200);
  });

  test('may be gzip', async () => {
    const answer = await push(gzipSync(pushBody()), { 'content-encoding': 'gzip' });
    expect(answer.json()).toMatchObject({ confirmed: 1, refused: [] });
  });

  test.each([
    ['no JSON', 'not json', {}, 400, 'server/bad-request'],
    ['JSON cut in its middle', '{"protocol":1,"entries":[{"fe', {}, 400, 'server/bad-request'],
    ['nothing', '', {}, 400, 'server/bad-request'],
    ['JSON of another kind', '[1]', {}, 400, 'sync/bad-batch'],
    ['gzip that is none', 'not gzip', { 'content-encoding': 'gzip' }, 400, 'server/bad-request'],
    [
      'gzip cut in its middle',
      gzipSync('{"protocol":1}').subarray(0, 15),
      { 'content-encoding': 'gzip' },
      400,
      'server/bad-request',
    ],
    [
      'gzip that unpacks to more than a batch may be',
      gzipSync('x'.repeat(10_000_000)),
      { 'content-encoding': 'gzip' },
      413,
      'server/too-large',
    ],
    ['more than a batch may be', 'x'.repeat(300_000), {}, 413, 'server/too-large'],
    ['a packing nobody knows', '{}', { 'content-encoding': 'br' }, 400, 'server/bad-request'],
    [
      'brackets a thousand deep',
      `${'['.repeat(1000)}${']'.repeat(1000)}`,
      {},
      400,
      'server/bad-request',
    ],
    ['a type that is not JSON', '<p>', { 'content-type': 'text/html' }, 400, 'server/bad-request'],
    [
      'a form, as foreign pages send it',
      'a=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'server/bad-request',
    ],
  ])('that carries %s is refused by name', async (_, payload, headers, status, failure) => {
    const answer = await push(payload, headers);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      status,
      { failure: { kind: failure } },
    ]);
  });

  test('to nowhere is answered by name', async () => {
    const answer = await person.inject({ url: '/nowhere' });
    expect([answer.statusCode, answer.json()]).toEqual([
      404,
      { failure: { kind: 'server/not-found' } },
    ]);
  });

  test('is answered with headers that let the page load its own files only', async () => {
    const { headers } = await person.inject({ url: '/health' });
    expect(headers['content-security-policy']).toBe(pagePolicy('browser'));
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test('of whatever nonsense is answered by a failure and never by an error', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\u0000', '\ud800', '__proto__'),
    );
    const json = fc.json({ maxDepth: 4, stringUnit: 'binary' });
    const entry = fc.oneof(fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }), nearlyEntry(text));
    const body = fc.oneof(
      json,
      fc.array(entry, { maxLength: 4 }).map((entries) => {
        const { feed } = makeDevice('s1');
        return JSON.stringify({ protocol: 1, project, feed, entries });
      }),
    );
    const request: fc.Arbitrary<InjectOptions> = fc.oneof(
      body.map((payload) => ({ method: 'POST' as const, url: '/sync/push', payload })),
      json.map((payload) => ({ method: 'POST' as const, url: '/session', payload })),
      text.map((part) => ({
        url: `/sync/pull?protocol=1&after=${encodeURIComponent(wellFormed(part))}`,
      })),
      text.map((part) => ({ url: `/sync/feeds/${encodeURIComponent(wellFormed(part))}` })),
      text.map((part) => ({ url: `/photos/${encodeURIComponent(wellFormed(part))}` })),
      json.map((payload) => ({ method: 'POST' as const, url: '/enrolments', payload })),
      json.map((payload) => ({ method: 'POST' as const, url: '/enrolled', payload })),
      json.map((payload) => ({ method: 'POST' as const, url: '/audit/exports', payload })),
      fc.tuple(text, json).map(([part, payload]) => ({
        method: 'PUT' as const,
        url: `/devices/${encodeURIComponent(wellFormed(part))}`,
        payload,
      })),
      fc.tuple(text, fc.constantFrom('devices', 'enrolments')).map(([part, place]) => ({
        method: 'DELETE' as const,
        url: `/${place}/${encodeURIComponent(wellFormed(part))}`,
      })),
    );
    let address = 0;
    await fc.assert(
      fc.asyncProperty(request, async (options) => {
        address += 1;
        const headers = { 'content-type': 'application/json' };
        // Sign-ins from one address are counted, and 3,000 requests of it a minute.
        const remoteAddress = `10.${address >> 14}.${(address >> 7) % 128}.${address % 128}`;
        const answer = await promptly(() => person.inject({ ...options, headers, remoteAddress }));
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode >= 400) failureReplySchema.parse(answer.json());
      }),
      { numRuns: hostileRuns(400, 25_000) },
    );
  });
});

/** An entry of which any member may be something else. */
function nearlyEntry(text: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const entry = makeDevice('s1').write();
  const other = fc.oneof(text, fc.integer(), fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' }));
  return fc
    .dictionary(fc.constantFrom(...Object.keys(entry), 'set', '__proto__'), other, { maxKeys: 3 })
    .map((changes) => ({ ...entry, ...changes }));
}

function wellFormed(text: string): string {
  return Buffer.from(text).toString('utf8');
}
