import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { LocalStore } from '../../../renderer/db/stores.ts';
import { openLocalStore } from '../../../renderer/db/open-local-store.ts';
import { systemAmbient } from '../../../renderer/platform/ambient.ts';
import { connectDesktop } from '../../../renderer/platform/desktop.ts';
import { createSessions } from '../../../renderer/sync/sessions.ts';
import { createSyncEngine } from '../../../renderer/sync/sync-engine.ts';
import type { SyncState } from '../../../renderer/sync/sync-state.ts';
import { putBare } from './bare-index.ts';

/** What a bench says to the product's store in a page without a screen. */
export interface StorePage {
  signIn(account: { readonly name: string; readonly password: string }): Promise<void>;
  /** Finishes records of these answers one after the other, one act each; answers milliseconds for one. */
  saveEach(kind: string, sets: readonly Readonly<Record<string, Json>>[]): Promise<number>;
  /** The same with a hundred to an act, untimed. */
  saveAll(kind: string, sets: readonly Readonly<Record<string, Json>>[]): Promise<void>;
  /** Syncs to the end; answers milliseconds. */
  sync(): Promise<number>;
  /** The latest entries of price records, as the JSON they travel as. */
  lastEntries(count: number): Promise<string>;
  /** Puts values into a bare IndexedDB with strict durability, one transaction each; answers milliseconds for one. */
  putBare(values: readonly unknown[]): Promise<number>;
}

declare global {
  interface Window {
    storePage: Promise<StorePage>;
  }
}

window.storePage = open();

async function open(): Promise<StorePage> {
  const desktop = connectDesktop();
  const ambient = systemAmbient();
  const opened = await openLocalStore(desktop, ambient, () => {});
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
      for (let at = 0; at < sets.length; at += 100) {
        const some = sets.slice(at, at + 100);
        await save(
          store,
          kind,
          some.map((set) => ({ record: ambient.newRecordId(), set })),
        );
      }
    },
    async sync() {
      const began = performance.now();
      const state: SyncState = await sync.syncNow();
      if (state.kind !== 'up-to-date') throw new Error(JSON.stringify(state));
      return performance.now() - began;
    },
    async lastEntries(count) {
      const records = await store.records.list('price', count);
      const histories = await Promise.all(records.map(({ id }) => store.records.history(id)));
      return JSON.stringify({ entries: histories.flat().slice(0, count) });
    },
    putBare,
  };
}

async function save(
  store: LocalStore,
  kind: string,
  records: readonly { readonly record: RecordId; readonly set: Readonly<Record<string, Json>> }[],
): Promise<void> {
  const saved = await store.records.write(
    records.map(({ record, set }) => ({ record, kind, form: 1, set })),
  );
  if (!saved.ok) throw new Error(saved.error.kind);
}
