import { setTimeout } from 'node:timers/promises';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import { segmentOf } from '../support/segments.ts';
import { perform, withdraw } from './acts.ts';
import {
  checkConfirmed,
  checkExchanges,
  checkKept,
  checkReplicas,
  checkServer,
  Violation,
} from './invariants.ts';
import type { IndexKind, Laptop } from './laptop.ts';
import { createLaptop } from './laptop.ts';
import type { Ledger } from './ledger.ts';
import { createLedger } from './ledger.ts';
import { MOST_EXCHANGES } from './line.ts';
import type { Fate, IndexFound, Program, Step } from './program.ts';
import type { Person, Server } from './server.ts';
import { project } from './server.ts';
import { forfeit } from './put-back.ts';

/** A stick with batches of one person's feeds. */
interface Stick {
  readonly person: Person;
  readonly batches: readonly Uint8Array[];
}

/** Everything there is in a schedule. */
export interface World {
  readonly server: Server;
  readonly laptops: readonly Laptop[];
  readonly ledger: Ledger;
  readonly sticks: Stick[];
  /** Of each laptop: the journal it may be put back to, and what was promised of it by then. */
  readonly images: Map<number, { readonly bytes: Uint8Array; readonly saved: ReadonlySet<string> }>;
  /** Laptops that were put back. */
  readonly putBack: Set<number>;
  /** What a restart after a planned death finds of the index. */
  readonly found: Map<number, IndexFound>;
  backup: unknown;
  /**
   * What the server had taken, and what it had refused, when it was restored; and what of it a laptop had a receipt for that it
   * sends along: hashes of entries.
   */
  readonly judged: {
    readonly taken: Set<string>;
    readonly refused: Set<string>;
    readonly signed: Set<string>;
  };
}

/** Everybody signed in, nothing done yet. */
export async function createWorld(
  program: Program,
  server: Server,
  index: IndexKind,
): Promise<World> {
  const laptops: Laptop[] = [];
  for (const [at, person] of program.laptops.entries()) {
    laptops.push(await createLaptop(person, at, server, index));
  }
  const world: World = {
    server,
    laptops,
    ledger: createLedger(),
    sticks: [],
    images: new Map(),
    putBack: new Set(),
    found: new Map(),
    backup: undefined,
    judged: { taken: new Set(), refused: new Set(), signed: new Set() },
  };
  for (const [at, laptop] of laptops.entries()) {
    laptop.line.meanwhile = (fate) => meanwhile(world, at, fate);
  }
  await share(world, program.shared);
  for (const at of laptops.keys()) await sync(world, at, []);
  world.backup = await server.backUp();
  return world;
}

/** Makes records that everybody has from the beginning. */
async function share({ laptops, ledger }: World, count: number): Promise<void> {
  const [first] = laptops;
  if (!first) return;
  for (const kind of (['visit', 'brand'] as const).slice(0, count)) {
    await perform(first, 0, { do: 'make', kind, about: 0 }, ledger);
  }
}

/** Lets a schedule happen, heals the world, and throws a `Violation` where something does not hold. */
export async function play(program: Program, world: World): Promise<void> {
  for (const step of program.steps) {
    for (const { device } of world.laptops) device.clock.nowMs += 7;
    await take(world, step);
    for (const [at, laptop] of world.laptops.entries()) {
      if (laptop.isDead()) await restart(world, at, world.found.get(at) ?? 'kept');
    }
  }
  await heal(world, program.lastFirst);
  await checkServer(world);
  for (const at of world.laptops.keys()) {
    await checkKept(world, at);
    await checkReplicas(world, at);
  }
}

function laptopOf({ laptops }: World, on: number): [number, Laptop] {
  const at = on % laptops.length;
  return [at, laptops[at] as Laptop];
}

async function take(world: World, step: Step): Promise<void> {
  const { server, ledger, sticks, images, found } = world;
  if (step.do === 'back-up') world.backup = await server.backUp();
  else if (step.do === 'restore') await restore(world);
  else if (step.do === 'late-copies') await deliverLateCopies(world);
  else if (step.do === 'import') await importStick(world, sticks[step.stick % sticks.length]);
  else {
    const [at, laptop] = laptopOf(world, step.on);
    const { device } = laptop;
    if (step.do === 'act') await laptop.alive(() => perform(laptop, at, step.act, ledger));
    else if (step.do === 'sync') await sync(world, at, step.fates);
    else if (step.do === 'clock') device.clock.nowMs += step.ms;
    else if (step.do === 'disk-fails') device.disk.plan.push(step.fault);
    else if (step.do === 'export') sticks.push(await exportFeeds(laptop, step));
    else if (step.do === 'index-fails') {
      if (device.memoryIndex) device.memoryIndex.failures = step.times;
    } else if (step.do === 'dies-at-append') {
      laptop.dieAtAppend(step.at, step.point);
      found.set(at, step.index);
    } else if (step.do === 'image') {
      const saved = [...ledger.saved.values()].filter((one) => one.laptop === at);
      images.set(at, {
        bytes: device.disk.bytes.slice(),
        saved: new Set(saved.map(({ text }) => text)),
      });
    } else if (step.do === 'power-cut') {
      const rest = new Uint8Array(step.rest).fill(0x42);
      device.disk.bytes = new Uint8Array([...device.disk.bytes, ...rest]);
      await restart(world, at, step.index);
    } else if (images.has(at)) {
      await forfeit(world, at);
      await restart(world, at, 'kept');
    }
  }
}

async function restore({ server, backup, judged, laptops, sticks }: World): Promise<void> {
  const { log, refused } = await server.contents();
  for (const entry of log) judged.taken.add(entryHash(entry));
  for (const { body } of refused) judged.refused.add(entryHash(JSON.parse(body) as Entry));
  // A stick, or a copy still under way, carries no receipts: what comes by it first is judged anew.
  const comeOnce = sticks.length === 0 && laptops.every(({ line }) => line.lateCopies.length === 0);
  for (const { store } of comeOnce ? laptops.map(({ app }) => app()) : []) {
    for (const { feed, confirmed } of await store.sync.feeds()) {
      const entries = await store.sync.entriesFrom(feed, 1, confirmed);
      for (const entry of entries) judged.signed.add(entryHash(entry));
    }
  }
  await server.restore(backup);
}

async function restart(world: World, at: number, index: IndexFound): Promise<void> {
  await world.laptops[at]?.start(index);
  await checkKept(world, at);
}

async function sync(world: World, at: number, fates: readonly Fate[]): Promise<unknown> {
  const laptop = world.laptops[at] as Laptop;
  const { line } = laptop;
  const before = line.exchanges.length;
  line.fates.push(...fates);
  line.left = MOST_EXCHANGES;
  const state = await laptop.alive((app) => app.sync.syncNow());
  line.fates.length = 0;
  await checkExchanges(world, at, line.exchanges.slice(before));
  if (state !== 'died' && state.kind === 'up-to-date') await checkConfirmed(world, at);
  return state;
}

async function meanwhile(world: World, at: number, fate: Fate): Promise<void> {
  const laptop = world.laptops[at] as Laptop;
  if (fate.is === 'cancelled') laptop.app().sync.cancel();
  else if (fate.is === 'meanwhile') await perform(laptop, at, fate.act, world.ledger);
  else if (fate.is === 'others-sync') {
    const [other, { isDead }] = laptopOf(world, fate.on);
    if (other !== at && !isDead()) await sync(world, other, []);
  }
}

async function exportFeeds(
  laptop: Laptop,
  { all, most }: Extract<Step, { readonly do: 'export' }>,
): Promise<Stick> {
  const { store } = laptop.app();
  const batches: Uint8Array[] = [];
  for (const { feed, confirmed } of await store.sync.feeds()) {
    let entries = await store.sync.entriesFrom(feed, all ? 1 : confirmed + 1, 1000);
    while (entries.length > 0) {
      const { bytes, count } = segmentOf(project, entries.slice(0, most));
      batches.push(bytes);
      entries = entries.slice(count);
    }
  }
  return { person: laptop.person, batches };
}

async function importStick({ server }: World, stick: Stick | undefined): Promise<void> {
  for (const batch of stick?.batches ?? []) await server.ingest(stick?.person as Person, batch);
}

async function deliverLateCopies({ laptops }: World): Promise<void> {
  for (const { line } of laptops) {
    for (const deliver of line.lateCopies.splice(0)) await deliver();
  }
}

const MOST_ROUNDS = 12;

/** All failures end, everything under way arrives, and everybody syncs and gives up what was refused, until nothing moves. */
async function heal(world: World, lastFirst: boolean): Promise<void> {
  const { laptops, server, sticks } = world;
  await deliverLateCopies(world);
  for (const stick of sticks) await importStick(world, stick);
  for (const laptop of laptops) await mend(laptop);
  // What a stick brought of their feeds meanwhile they learn of when the app starts.
  for (const at of world.putBack) await restart(world, at, 'kept');
  const order = lastFirst ? [...laptops.entries()].toReversed() : [...laptops.entries()];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = await server.contents();
    for (const [at, laptop] of order) {
      const state = await sync(world, at, []);
      if (
        typeof state !== 'object' ||
        !state ||
        !('kind' in state) ||
        state.kind !== 'up-to-date'
      ) {
        throw new Violation(`laptop ${at} does not come to rest: ${JSON.stringify(state)}`);
      }
      await withdraw(laptop.app().store);
    }
    const after = await server.contents();
    const isSame =
      after.log.length === before.log.length && after.refused.length === before.refused.length;
    if (isSame && round > 0) return;
  }
  throw new Violation('nothing comes to rest');
}

async function mend(laptop: Laptop): Promise<void> {
  const { device } = laptop;
  device.disk.plan.length = 0;
  laptop.dieAtAppend(Infinity, 'before');
  if (device.memoryIndex) device.memoryIndex.failures = 0;
  while (laptop.app().store.health().isIndexBehind) await setTimeout(1);
}
