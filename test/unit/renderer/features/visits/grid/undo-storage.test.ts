import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { ok } from '#shared/core/result.ts';
import type { SettingStore } from '../../../../../../renderer/db/stores.ts';
import type {
  UndoLog,
  UndoStep,
} from '../../../../../../renderer/features/visits/grid/undo-log.ts';
import {
  emptyLog,
  MAX_STEPS,
  undone,
  withStep,
} from '../../../../../../renderer/features/visits/grid/undo-log.ts';
import { createUndoStorage } from '../../../../../../renderer/features/visits/grid/undo-storage.ts';
import { expectOk } from '../../../../../support/expect-ok.ts';

function idOf(number: number): RecordId {
  return `0198c5f0-0000-7000-8000-${String(number).padStart(12, '0')}` as RecordId;
}

function createSettings() {
  const kept = new Map<string, Json>();
  const settings: SettingStore = {
    get: async (key) => structuredClone(kept.get(key)),
    async set(key, value) {
      kept.set(key, structuredClone(value));
      return ok(null);
    },
    list: async () => [],
    setAll: async () => ok(null),
  };
  return { kept, settings };
}

function step(text: string): UndoStep {
  return [{ row: idOf(0), before: {}, after: { item_spec: { value: text } } }];
}

/** Types in a visit as one session does: every step is saved, on from what was kept. */
async function typeIn(settings: SettingStore, visit: RecordId, count: number): Promise<UndoLog> {
  const storage = createUndoStorage(settings, visit);
  let log = await storage.load();
  for (let n = 0; n < count; n += 1) {
    log = withStep(log, step(`${visit} ${log.first + log.steps.length}`));
    expectOk(await storage.save(log));
  }
  return log;
}

function reopened(settings: SettingStore, visit: RecordId): Promise<UndoLog> {
  return createUndoStorage(settings, visit).load();
}

test('the log of a visit outlives a restart and what is typed in another visit, past the last step that is kept', async () => {
  const { settings } = createSettings();
  const first = await typeIn(settings, idOf(1), 250);
  const second = await typeIn(settings, idOf(2), 30);
  expect(first.first).toBe(50);
  expect(await reopened(settings, idOf(1))).toEqual(first);
  expect(await reopened(settings, idOf(2))).toEqual(second);
  const goneOn = await typeIn(settings, idOf(1), 45);
  expect(await reopened(settings, idOf(1))).toEqual(goneOn);
  expect(goneOn).toMatchObject({ first: 95, done: MAX_STEPS });
  expect(await reopened(settings, idOf(2))).toEqual(second);
});

test('what was undone before a restart can be done again after it', async () => {
  const { settings } = createSettings();
  const log = await typeIn(settings, idOf(1), 22);
  const back = undone(log)?.log ?? emptyLog;
  expectOk(await createUndoStorage(settings, idOf(1)).save(back));
  await typeIn(settings, idOf(2), 1);
  expect(await reopened(settings, idOf(1))).toEqual(back);
});

test('the logs of the five visits typed last are kept, and the place of older ones is taken', async () => {
  const { kept, settings } = createSettings();
  for (const visit of [1, 2, 3, 4, 5, 1]) {
    await typeIn(settings, idOf(visit), 3);
  }
  const places = kept.size;
  await typeIn(settings, idOf(6), 3);
  const counts = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (visit) => (await reopened(settings, idOf(visit))).steps.length),
  );
  expect(counts).toEqual([6, 0, 3, 3, 3, 3]);
  expect(kept.size).toBe(places);
});

test('a log of which a step never came to the disk is not gone on with', async () => {
  const { kept, settings } = createSettings();
  await typeIn(settings, idOf(1), 25);
  kept.delete('price-grid.undo/0/1');
  expect(await reopened(settings, idOf(1))).toBe(emptyLog);
});
