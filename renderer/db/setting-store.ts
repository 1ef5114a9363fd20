import type { Json } from '#shared/core/json.ts';
import { ok } from '#shared/core/result.ts';
import type { ActIndex } from './act-index.ts';
import type { JournalWriter } from './journal-writer.ts';
import { pieces, RECORDS_PER_FRAME } from './pieces.ts';
import type { SettingStore } from './stores.ts';

export function createSettingStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
): SettingStore {
  function setAll(values: Readonly<Record<string, Json>>) {
    const records = Object.entries(values).map(
      ([key, value]) => ({ is: 'setting', key, value }) as const,
    );
    const frames = pieces(records, RECORDS_PER_FRAME);
    return writer.act<null>(async () => ok({ frames, answer: null }));
  }

  return {
    async get(key) {
      const row = await index.read((db) => db.settings.get(key));
      return row?.value;
    },
    async list(prefix) {
      const rows = await index.read((db) =>
        db.settings.where('key').between(prefix, `${prefix}\uFFFF`).toArray(),
      );
      return rows.map(({ value }) => value);
    },
    set: (key, value) => setAll({ [key]: value }),
    setAll,
  };
}
