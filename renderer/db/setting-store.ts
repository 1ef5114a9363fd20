import { ok } from '#shared/core/result.ts';
import type { ActIndex } from './act-index.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { SettingStore } from './stores.ts';

export function createSettingStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
): SettingStore {
  return {
    async get(key) {
      const row = await index.read((db) => db.settings.get(key));
      return row?.value;
    },
    set: (key, value) =>
      writer.act<null>(async () => ok({ frames: [[{ is: 'setting', key, value }]], answer: null })),
  };
}
