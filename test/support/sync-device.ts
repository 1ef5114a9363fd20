import { expect } from 'vitest';
import type { LocalStore } from '../../renderer/db/stores.ts';
import type { Transport } from '../../renderer/sync/http-transport.ts';
import type { Sessions } from '../../renderer/sync/sessions.ts';
import { createSessions } from '../../renderer/sync/sessions.ts';
import { createSyncEngine } from '../../renderer/sync/sync-engine.ts';
import type { SyncHost } from '../../renderer/sync/sync-host.ts';
import type { SyncEngine } from '../../renderer/sync/sync-state.ts';
import type { Device, DesktopWrap } from './device.ts';
import { createDevice } from './device.ts';
import { expectOk } from './expect-ok.ts';
import type { FakeServer } from './fake-server.ts';

/** Surroundings of sync that tests move by hand. */
export interface TestHost extends SyncHost {
  /** Timers that are set, soonest first. */
  timers(): readonly { readonly ms: number; readonly run: () => void }[];
  goOnline(): void;
  /** Waits for what is done when the page has nothing better to do. */
  idle(): Promise<void>;
}

function createTestHost(): TestHost {
  const timers = new Set<{ readonly ms: number; readonly run: () => void }>();
  const online = new Set<() => void>();
  const idling = new Set<Promise<unknown>>();
  return {
    chance: () => 0.5,
    exclusively: (run) => run(),
    onOnline(listener) {
      online.add(listener);
      return () => void online.delete(listener);
    },
    after(ms, run) {
      const timer = {
        ms,
        run() {
          timers.delete(timer);
          run();
        },
      };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    timers: () => [...timers].toSorted((a, b) => a.ms - b.ms),
    goOnline() {
      for (const listener of online) listener();
    },
    inIdle(work) {
      const done = work();
      const settled = done.catch(() => undefined).finally(() => idling.delete(settled));
      idling.add(settled);
      return done;
    },
    async idle() {
      while (idling.size > 0) await Promise.all(idling);
    },
  };
}

/** An app on a laptop: its store, its sign-in and its sync. */
export interface SyncedApp {
  readonly device: Device;
  readonly store: LocalStore;
  readonly sessions: Sessions;
  readonly sync: SyncEngine;
  readonly host: TestHost;
}

/** Starts the app on a laptop, as after a crash; `transport` in place of HTTP. */
export async function startApp(
  device: Device,
  { transport, wrap }: { readonly transport?: Transport; readonly wrap?: DesktopWrap } = {},
): Promise<SyncedApp> {
  const store = await device.open(wrap);
  const desktop = device.desktop();
  const host = createTestHost();
  const ambient = { nowMs: () => device.clock.nowMs, newRecordId: device.newId };
  const carrier = transport && { transport };
  const sessions = createSessions({ desktop, ambient, store, ...carrier });
  const sync = createSyncEngine({ desktop, ambient, store, host, ...carrier });
  return { device, store, sessions, sync, host };
}

/** A new laptop on which `person` has signed in. */
export async function startSignedIn(server: FakeServer, person: string): Promise<SyncedApp> {
  const app = await startApp(createDevice({ link: server.link() }));
  expectOk(await app.sessions.signIn({ name: person, password: 'right' }));
  return app;
}

/** Syncs, and expects it to end well. */
export async function syncWell({ sync }: SyncedApp): Promise<void> {
  expect(await sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
}
