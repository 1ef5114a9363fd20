import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { LocalStore } from '../../../renderer/db/stores.ts';
import { openLocalStore } from '../../../renderer/db/open-local-store.ts';
import { systemAmbient } from '../../../renderer/platform/ambient.ts';
import { connectDesktop } from '../../../renderer/platform/desktop.ts';
import { createSessions } from '../../../renderer/sync/sessions.ts';
import { createSyncEngine } from '../../../renderer/sync/sync-engine.ts';
import type { SyncState } from '../../../renderer/sync/sync-state.ts';
import { pieces } from '../../../renderer/db/pieces.ts';
import type { FieldPrice } from '../field-prices.ts';
import { benchIndex, openBenchVault } from './bench-vault.ts';
import { bulkAddBare } from './bare-dexie.ts';
import { p95, putBare, slowBarePut } from './bare-index.ts';
import { fillJournal, rebuildIndex } from './rebuild.ts';

/** What a bench says to the product's store in a page without a screen. */
export interface StorePage {
  signIn(account: { readonly name: string; readonly password: string }): Promise<void>;
  /** Finishes records of these answers one after the other, one act each; answers milliseconds for one. */
  saveEach(kind: string, sets: readonly Readonly<Record<string, Json>>[]): Promise<number>;
  /** The same with a hundred to an act, untimed. */
  saveAll(kind: string, sets: readonly Readonly<Record<string, Json>>[]): Promise<void>;
  /** Prices with ids of their own, given as the JSON of a list of them, a hundred to an act, untimed. */
  savePrices(prices: string): Promise<void>;
  /** Syncs to the end, however often the line breaks; answers milliseconds. */
  sync(): Promise<number>;
  /** The latest entries of price records, as the JSON they travel as. */
  lastEntries(count: number): Promise<string>;
  /** Finishes drafts of prices with these answers one after the other; the p95 of one, in milliseconds. */
  slowSave(sets: readonly Readonly<Record<string, Json>>[]): Promise<number>;
  /** The p95 of bare strict puts of the same. */
  slowBarePut(values: readonly unknown[]): Promise<number>;
  /** Adds the rows of the index to bare tables; answers milliseconds. */
  bulkAddBare(): Promise<number>;
  /** Fills the journal with so many entries of others; the store is closed with it. */
  fillJournal(count: number): Promise<void>;
  /** Loses the index and has it made anew from the journal; answers milliseconds. */
  rebuildIndex(): Promise<number>;
  /** Puts values into a bare IndexedDB with strict durability, one transaction each; answers milliseconds for one. */
  putBare(values: readonly unknown[]): Promise<number>;
}

declare global {
  interface Window {
    storePage: Promise<StorePage>;
  }
}

const RECORDS_OF_ACT = 100;

window.storePage = open();

async function open(): Promise<StorePage> {
  const desktop = await openBenchVault(connectDesktop());
  const ambient = systemAmbient();
  const opened = await openLocalStore(desktop, ambient, () => {}, benchIndex);
  if (!opened.ok) throw new Error(opened.error.kind);
  const store = opened.value;
  const sync = createSyncEngine({ desktop, ambient, store });
  const sessions = createSessions({ desktop, ambient, store });
  return {
    async signIn(account) {
      const signedIn = await sessions.signIn(account);
      if (!signedIn.ok) throw new Error(signedIn.error.kind);
    },
    async saveEach(kind, sets) {
      const began = performance.now();
      for (const set of sets) await save(store, kind, [{ record: ambient.newRecordId(), set }]);
      return (performance.now() - began) / sets.length;
    },
    async saveAll(kind, sets) {
      const records = sets.map((set) => ({ record: ambient.newRecordId(), set }));
      for (const some of pieces(records, RECORDS_OF_ACT)) await save(store, kind, some);
    },
    async savePrices(prices) {
      const read = JSON.parse(prices) as readonly FieldPrice[];
      const records = read.map(({ id, answers }) => ({ record: id, set: answers }));
      for (const some of pieces(records, RECORDS_OF_ACT)) await save(store, 'price', some);
    },
    async sync() {
      const began = performance.now();
      let state: SyncState = await sync.syncNow();
      while (state.kind === 'waiting') {
        // As the product does it: after a while that grows, at random.
        const waitMs = state.nextTryAtMs - Date.now();
        await new Promise((resolve) => void setTimeout(resolve, waitMs));
        state = await sync.syncNow();
      }
      if (state.kind !== 'up-to-date') throw new Error(JSON.stringify(state));
      return performance.now() - began;
    },
    async lastEntries(count) {
      const records = await store.records.list('price', count);
      const histories = await Promise.all(records.map(({ id }) => store.records.history(id)));
      return JSON.stringify({ entries: histories.flat().slice(0, count) });
    },
    async slowSave(sets) {
      const took: number[] = [];
      for (const set of sets) {
        const record = ambient.newRecordId();
        // As a person works: what is typed is kept as a draft, and finishing it is what they wait for.
        await saveDraft(store, record, set);
        const began = performance.now();
        await save(store, 'price', [{ record, set }], [record]);
        took.push(performance.now() - began);
      }
      return p95(took);
    },
    slowBarePut,
    bulkAddBare,
    async fillJournal(count) {
      await store.close();
      await fillJournal(desktop, count);
    },
    rebuildIndex: () => rebuildIndex(desktop),
    putBare,
  };
}

async function save(
  store: LocalStore,
  kind: string,
  records: readonly { readonly record: RecordId; readonly set: Readonly<Record<string, Json>> }[],
  finishedDrafts: readonly RecordId[] = [],
): Promise<void> {
  const saved = await store.records.write(
    records.map(({ record, set }) => ({ record, kind, form: 1, set })),
    finishedDrafts,
  );
  if (!saved.ok) throw new Error(saved.error.kind);
}

async function saveDraft(
  store: LocalStore,
  record: RecordId,
  set: Readonly<Record<string, Json>>,
): Promise<void> {
  const begun = { record, kind: 'price', form: 1, visit: null, raw: {}, isChange: false };
  const saved = await store.drafts.save({ ...begun, set, savedMs: Date.now() });
  if (!saved.ok) throw new Error(saved.error.kind);
}
