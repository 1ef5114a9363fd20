import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overPool } from '../../server/store/sql.ts';
import { makeDevice, newRecordId, visitAnswers } from '../support/make-entries.ts';
import { priceAnswers } from '../support/price-answers.ts';
import { signInTo, tryToSignIn } from '../support/sample-client.ts';
import type { RunningPostgres } from '../support/start-postgres.ts';
import { startPostgres, whyNoPostgres } from '../support/start-postgres.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { startServer } from '../support/start-server.ts';

// What a server's process says of itself: figures on a port of its own, and its log.

const missing = whyNoPostgres();
const note = missing === undefined ? '' : ` (skipped: ${missing})`;

// What may stand in the database alone.
const secrets = {
  name: 'گل‌محمد',
  latinName: 'Gulmohammad',
  phone: '0791234567',
  price: '98765.4321',
  remark: 'فروشنده گفت نامش را ننویسید',
  account: 'someone-secret',
  password: 'a secret password',
} as const;

describe.skipIf(missing !== undefined)(`what a server says of itself${note}`, () => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-figures-'));
  let postgres: RunningPostgres;
  let server: ServerProcess;

  beforeAll(async () => {
    postgres = await startPostgres();
    server = await startServer({
      DATABASE_URL: postgres.url,
      BAZARNEGAR_DATA: data,
      BAZARNEGAR_SAMPLE: '1',
      METRICS_PORT: '0',
      LOG_LEVEL: 'debug',
    });
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
  });

  async function figures(): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    return answer.text();
  }

  async function figure(name: string): Promise<number> {
    const line = (await figures()).split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  }

  test('counts entries, refusals by kind, requests by route and connections', async () => {
    const surveyor = await signInTo(server.url, 'surveyor1');
    const before = await figure('bazarnegar_held{what="entries"}');
    const laptop = makeDevice('surveyor1');
    const poison = laptop.write({ set: visitAnswers({ market_level: 'moon' }) });
    await surveyor.push(server.url, [poison, laptop.write(), laptop.write()]);
    expect(await figure('bazarnegar_held{what="entries"}')).toBe(before + 2);
    expect(await figure('bazarnegar_refused_entries{kind="record/bad-answer"}')).toBe(1);
    const pushes = 'method="POST",route="/sync/push",status="200"';
    expect(await figure(`bazarnegar_request_seconds_count{${pushes}}`)).toBe(1);
    expect(await figure('bazarnegar_connections{state="open"}')).toBeGreaterThan(0);
    expect(await figure('bazarnegar_connections{state="waiting"}')).toBe(0);
    expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  test('is not found on the port that all use', async () => {
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  });

  test('holds no name, phone, price, remark, account or password, neither in its figures nor in its log, whatever goes wrong', async () => {
    await tryToSignIn(server.url, secrets.account, secrets.password);
    const surveyor = await signInTo(server.url, 'surveyor1');
    const laptop = makeDevice('surveyor1');
    const visit = newRecordId();
    const personal = {
      respondent_name: secrets.name,
      respondent_phone: secrets.phone,
      outlet_name: secrets.latinName,
      visit_note: secrets.remark,
    };
    const price = { ...priceAnswers(visit, 1), price_amount: secrets.price };
    await surveyor.push(server.url, [
      laptop.write({ record: visit, set: visitAnswers(personal) }),
      laptop.write({ kind: 'price', set: price }),
      laptop.write({ set: visitAnswers({ ...personal, market_level: secrets.latinName }) }),
      laptop.write({ kind: secrets.latinName, set: personal }),
    ]);
    for (const place of [
      `/sync/pull?protocol=2&after=${secrets.phone}x`,
      `/sync/feeds/${secrets.latinName}`,
      `/photos/${secrets.latinName}`,
      `/${encodeURIComponent(secrets.name)}?phone=${secrets.phone}`,
    ]) {
      await surveyor.fetch(server.url, place);
    }
    const json = { 'content-type': 'application/json' };
    const torn = new TextEncoder().encode(`{"name": "${secrets.name}", ${secrets.phone}`);
    await surveyor.fetch(server.url, '/sync/push', { method: 'POST', headers: json, body: torn });

    // The database itself fails, and says with what.
    const { db, close } = overPool({ connectionString: postgres.url });
    await sql`alter table entry add constraint planted check (body not like ${sql.lit(`%${secrets.remark}%`)}) not valid`.execute(
      db,
    );
    await sql`create function planted() returns trigger language plpgsql as $$
      begin perform new.body::bigint; return new; end $$`.execute(db);
    const again = makeDevice('surveyor1');
    await expect(
      surveyor.push(server.url, [again.write({ set: visitAnswers(personal) })]),
    ).rejects.toThrow('500');
    await sql`create trigger planted before insert on entry
      for each row execute function planted()`.execute(db);
    const third = makeDevice('surveyor1');
    await expect(
      surveyor.push(server.url, [third.write({ set: visitAnswers(personal) })]),
    ).rejects.toThrow('500');
    await sql`drop trigger planted on entry`.execute(db);
    await sql`alter table entry drop constraint planted`.execute(db);
    await close();

    const said = `${server.log()}\n${await figures()}`;
    expect(said).toContain('/sync/push');
    expect(said).toContain('request failed');
    for (const secret of Object.values(secrets)) expect(said).not.toContain(secret);
    expect(said).not.toContain(surveyor.cookie.slice(-20));
  });

  test('is one line of JSON for each request, with its route, status and milliseconds', async () => {
    await fetch(`${server.url}/health`);
    await expect
      .poll(() =>
        server
          .log()
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      )
      .toContainEqual(
        expect.objectContaining({
          method: 'GET',
          route: '/health',
          status: 200,
          ms: expect.any(Number),
        }),
      );
  });
});
