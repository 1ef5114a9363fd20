import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#shared/records/role.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { openFaultProxy } from '../support/fault-proxy.ts';
import { startLinkedLaptop } from '../support/linked-laptop.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { sampleAccount } from '../support/node-device.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { startSampleServer } from '../support/sample-server.ts';
import { ownEntry } from '../support/start-server.ts';
import type { SyncedApp } from '../support/sync-device.ts';
import { syncWell } from '../support/sync-device.ts';

// The client's own code through the desktop's own link, a line that breaks, and the server in a process of its own.

let server: ServerProcess;
let proxy: FaultProxy;

const data = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-line-'));

beforeAll(async () => {
  server = await startSampleServer(data, {}, ownEntry);
  proxy = await openFaultProxy(server.port);
});
afterAll(async () => {
  proxy.close();
  await server.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

async function startLaptop(role: Role): Promise<SyncedApp> {
  return startLinkedLaptop(proxy.url, await sampleAccount(server.url, role));
}

async function saveVisit({ device, store }: SyncedApp, outlet: string): Promise<void> {
  const set = visitAnswers({ outlet_name: outlet });
  expectOk(await store.records.write([{ record: device.newId(), kind: 'visit', form: 1, set }]));
}

async function outletsOf({ store }: SyncedApp): Promise<readonly string[]> {
  const visits = await store.records.list('visit');
  return visits
    .flatMap(({ answers: { outlet_name: outlet } }) =>
      typeof outlet === 'string' && outlet.startsWith('broken') ? [outlet] : [],
    )
    .toSorted();
}

test('a line that breaks at any byte of a push or of its answer costs nothing but a second try', async () => {
  const surveyor = await startLaptop('surveyor');
  const saved: string[] = [];
  for (const of of ['request', 'answer'] as const) {
    for (const afterBytes of [0, 1, 40, 300]) {
      const outlet = `broken ${of} ${afterBytes}`;
      await saveVisit(surveyor, outlet);
      saved.push(outlet);
      proxy.fault = { does: 'break', of, afterBytes };
      // The link itself asks again where a kept connection ends before any of the answer has come.
      expect(['waiting', 'up-to-date']).toContain((await surveyor.sync.syncNow()).kind);
      expect(proxy.fault).toBeUndefined();
      await syncWell(surveyor);
      expect(await surveyor.store.counts()).toMatchObject({ unsent: 0 });
    }
  }
  const supervisor = await startLaptop('supervisor');
  expect(await outletsOf(supervisor)).toEqual(saved.toSorted());
});

test('a server killed after its commit and before its answer has each act once when it is back', async () => {
  const surveyor = await startLaptop('surveyor');
  const before = await outletsOf(surveyor);
  await saveVisit(surveyor, 'broken server');
  proxy.fault = {
    does: 'break',
    of: 'answer',
    afterBytes: 0,
    broken: () => server.kill('SIGKILL'),
  };
  expect(await surveyor.sync.syncNow()).toMatchObject({ kind: 'waiting' });
  await server.ended;
  expect(await surveyor.sync.syncNow()).toMatchObject({
    kind: 'waiting',
    failure: { kind: 'network/unreachable' },
  });
  server = await startSampleServer(data, {}, ownEntry);
  proxy.port = server.port;
  await syncWell(surveyor);
  const supervisor = await startLaptop('supervisor');
  expect(await outletsOf(supervisor)).toEqual([...before, 'broken server'].toSorted());
});
