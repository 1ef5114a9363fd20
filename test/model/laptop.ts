import { IDBFactory } from 'fake-indexeddb';
import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Transport } from '../../renderer/sync/http-transport.ts';
import type { Device } from '../support/device.ts';
import { createDevice } from '../support/device.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { MemoryIndex } from '../support/memory-index.ts';
import { createMemoryIndex } from '../support/memory-index.ts';
import type { SyncedApp } from '../support/sync-device.ts';
import { startApp } from '../support/sync-device.ts';
import type { Line } from './line.ts';
import { createLine, withFates } from './line.ts';
import type { DeathPoint, IndexFound } from './program.ts';
import type { Person, Server } from './server.ts';

/** A laptop of a schedule, with the app on it as it is now. */
export interface Laptop {
  readonly person: Person;
  readonly line: Line;
  readonly device: Device;
  app(): SyncedApp;
  /** Work of the app; `died` where the laptop died in the midst of it. */
  alive<T>(work: (app: SyncedApp) => Promise<T>): Promise<T | 'died'>;
  /** Whether it died since it was started. */
  isDead(): boolean;
  die(): Promise<never>;
  /** Lets it die at its `at`-th append from now. */
  dieAtAppend(at: number, point: DeathPoint): void;
  /** Starts the app anew, as after a power cut. */
  start(index: IndexFound): Promise<void>;
  /** Everything it holds of some records. */
  entries(records: readonly RecordId[]): Promise<readonly Entry[]>;
}

/** How the index is kept: in memory, or by Dexie in an IndexedDB. */
export type IndexKind = 'memory' | 'indexeddb';

const START_MS = 1_780_000_000_000;

/** A new laptop on which its person has signed in. */
export async function createLaptop(
  person: Person,
  mark: number,
  server: Server,
  index: IndexKind,
): Promise<Laptop> {
  const device = createDevice({
    mark,
    nowMs: START_MS,
    ...(index === 'memory' ? { memoryIndex: createMemoryIndex() } : {}),
  });
  let app: SyncedApp;
  let isDead = false;
  let death = createDeath();
  let deathPlan: { at: number; readonly point: DeathPoint } | undefined;
  let older: MemoryIndex | undefined;

  function die(): Promise<never> {
    isDead = true;
    death.tell();
    return new Promise(() => {});
  }

  const line = createLine(die);
  const transport: Transport = withFates(server.transport(), line, server);

  function mortal(desktop: Desktop): Desktop {
    return {
      ...desktop,
      call(channel, input) {
        if (isDead) return new Promise(() => {});
        if (channel !== 'journal.append' || !deathPlan) return desktop.call(channel, input);
        deathPlan.at -= 1;
        return deathPlan.at > 0
          ? desktop.call(channel, input)
          : dieAt(deathPlan.point, () => desktop.call(channel, input));
      },
    };
  }

  async function dieAt(point: DeathPoint, append: () => Promise<unknown>): Promise<never> {
    const { disk } = device;
    const before = disk.bytes.length;
    if (point !== 'before') await append();
    if (point === 'torn') {
      disk.bytes = disk.bytes.slice(0, before + Math.floor((disk.bytes.length - before) / 2));
    }
    return die();
  }

  async function start(found: IndexFound): Promise<void> {
    isDead = false;
    death = createDeath();
    deathPlan = undefined;
    device.disk.plan.length = 0;
    const { memoryIndex } = device;
    if (found === 'lost') device.indexedDB = new IDBFactory();
    if (memoryIndex) {
      const left = { kept: memoryIndex, old: older ?? memoryIndex, lost: createMemoryIndex() };
      device.memoryIndex = left[found].copy();
      older = memoryIndex.copy();
    }
    app = await startApp(device, { transport, wrap: mortal });
  }

  await start('kept');
  const laptop: Laptop = {
    person,
    line,
    device,
    app: () => app,
    alive: async (work) => Promise.race([work(app), death.told.then(() => 'died' as const)]),
    isDead: () => isDead,
    die,
    dieAtAppend(at, point) {
      deathPlan = { at, point };
    },
    start,
    async entries(records) {
      const all = await Promise.all(
        records.map(async (record) => app.store.records.history(record)),
      );
      return all.flat();
    },
  };
  expectOk(await laptop.app().sessions.signIn({ name: person, password: 'right' }));
  return laptop;
}

/** A death that may come: once told, everybody hears of it. */
function createDeath(): { readonly told: Promise<void>; readonly tell: () => void } {
  const listeners: (() => void)[] = [];
  const told = new Promise<void>((resolve) => {
    listeners.push(resolve);
  });
  return {
    told,
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
