import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { foldEntries } from '#shared/records/fold.ts';
import type { LocalStore } from '../../../../renderer/db/stores.ts';
import type { KillPoint } from '../../../support/desktop-faults.ts';
import { killAtAppend, settle } from '../../../support/desktop-faults.ts';
import type { Device } from '../../../support/device.ts';
import { createDevice, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { progressOf } from '../../../support/feed-progress.ts';
import { makeDraft, makePrice } from '../../../support/make-record.ts';
import type { WriteFault } from '../../../support/memory-journal-folder.ts';

/** One thing that happens to a laptop. `record` is one of three. */
type Step =
  | { readonly do: 'save'; readonly record: number; readonly fault: WriteFault }
  | { readonly do: 'draft'; readonly record: number; readonly fault: WriteFault }
  | { readonly do: 'finish'; readonly record: number }
  | { readonly do: 'restart'; readonly index: 'kept' | 'lost' | 'old' }
  | { readonly do: 'kill'; readonly record: number; readonly point: KillPoint }
  | { readonly do: 'tear'; readonly bytes: number }
  | { readonly do: 'clock'; readonly ms: number };

const record = fc.nat({ max: 2 });
const fault = fc.constantFrom<WriteFault>('none', 'none', 'none', 'full', 'torn', 'late');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('save' as const), record, fault }),
  fc.record({ do: fc.constant('draft' as const), record, fault }),
  fc.record({ do: fc.constant('finish' as const), record }),
  fc.record({
    do: fc.constant('restart' as const),
    index: fc.constantFrom('kept' as const, 'lost' as const, 'old' as const),
  }),
  fc.record({
    do: fc.constant('kill' as const),
    record,
    point: fc.constantFrom<KillPoint>('before-append', 'after-append'),
  }),
  fc.record({ do: fc.constant('tear' as const), bytes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('clock' as const), ms: fc.integer({ min: -1e10, max: 1e10 }) }),
);

/** What was promised: amounts by record that were called saved, and drafts that must be there, by their text. */
interface Promised {
  readonly amounts: Map<RecordId, string>;
  readonly drafts: Map<RecordId, string>;
  /** Records of which an act that was not acknowledged may or may not have come through. */
  readonly unclear: Set<RecordId>;
}

async function play(device: Device, steps: readonly Step[]): Promise<void> {
  const ids = [device.newId(), device.newId(), device.newId()] as const;
  const promised: Promised = { amounts: new Map(), drafts: new Map(), unclear: new Set() };
  const indexes: IDBFactory[] = [];
  let store = await device.openSignedIn();
  let count = 0;

  for (const one of steps) {
    count += 1;
    device.clock.nowMs += 1000;
    if (one.do === 'clock') device.clock.nowMs += one.ms;
    else if (one.do === 'restart') {
      if (one.index === 'lost') {
        indexes.push(device.indexedDB);
        device.indexedDB = new IDBFactory();
      }
      const old = indexes.shift();
      if (one.index === 'old' && old) device.indexedDB = old;
      store = await device.open();
    } else if (one.do === 'tear') {
      const tail = new Uint8Array(one.bytes).fill(0x42);
      device.disk.bytes = new Uint8Array([...device.disk.bytes, ...tail]);
      store = await device.open();
    } else await act(device, store, one, ids[one.record] as RecordId, String(count), promised);
    if (one.do === 'kill') store = await device.open();
    await check(store, promised);
  }
}

async function act(
  device: Device,
  store: LocalStore,
  one: Exclude<Step, { readonly do: 'restart' | 'tear' | 'clock' }>,
  id: RecordId,
  text: string,
  promised: Promised,
): Promise<void> {
  const change = makePrice(id, { price_amount: text });
  if (one.do === 'kill') {
    const dying = await device.open(killAtAppend(1, one.point));
    void dying.records.write([change], [id]);
    await settle(20);
    if (one.point === 'after-append') {
      promised.amounts.set(id, text);
      promised.drafts.delete(id);
    }
    return;
  }
  if (one.do === 'finish') {
    expectOk(await store.records.write([change], [id]));
    promised.amounts.set(id, text);
    promised.drafts.delete(id);
    promised.unclear.delete(id);
    return;
  }
  if (one.fault !== 'none') device.disk.plan.push(one.fault);
  const savedMs = device.clock.nowMs + 1e12;
  const saved =
    one.do === 'save'
      ? await store.records.write([change])
      : await store.drafts.save(makeDraft(id, { set: { price_amount: text }, savedMs }));
  expect(saved.ok).toBe(one.fault === 'none');
  if (one.fault === 'late') promised.unclear.add(id);
  if (!saved.ok) return;
  if (one.do === 'save') promised.amounts.set(id, text);
  else promised.drafts.set(id, text);
}

async function check(store: LocalStore, { amounts, drafts, unclear }: Promised): Promise<void> {
  for (const [id, amount] of amounts) {
    const history = await store.records.history(id);
    expect(history.map((entry) => entry.set['price_amount'])).toContain(amount);
    expect(await store.records.state(id)).toEqual(foldEntries(history));
    const shown = (await store.records.find(id))?.answers['price_amount'];
    if (!unclear.has(id)) expect(shown).toBe(amount);
  }
  for (const [id, text] of drafts) {
    const draft = await store.drafts.find(id);
    if (!unclear.has(id)) expect(draft?.set).toEqual({ price_amount: text });
  }
  const { feed } = makeIdentity();
  const { last } = await progressOf(store, feed);
  const entries = await store.sync.entriesFrom(feed, 1, 1000);
  expect(entries).toHaveLength(last);
}

test('whatever fails, is torn, killed, lost or set wrong, every act that was called saved is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const device = createDevice();
      await play(device, steps);
      expect((await device.open()).health().saving).toBe('saved');
    }),
    { numRuns: 60 },
  );
});
