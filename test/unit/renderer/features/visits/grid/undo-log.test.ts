import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type {
  UndoLog,
  UndoStep,
} from '../../../../../../renderer/features/visits/grid/undo-log.ts';
import {
  emptyLog,
  MAX_STEPS,
  redone,
  undone,
  withStep,
} from '../../../../../../renderer/features/visits/grid/undo-log.ts';

function step(text: string): UndoStep {
  return [{ row: 'row' as RecordId, before: {}, after: { item_spec: { value: text } } }];
}

test('steps are undone from the last one on, and done again in the order they were done', () => {
  const log = withStep(withStep(emptyLog, step('a')), step('b'));
  const first = undone(log);
  const second = first && undone(first.log);
  expect([first?.step, second?.step]).toEqual([step('b'), step('a')]);
  expect(second && undone(second.log)).toBeUndefined();
  expect(second && redone(second.log)?.step).toEqual(step('a'));
});

test('what was undone cannot be done again after something else was done', () => {
  const back = undone(withStep(emptyLog, step('a')));
  const log = back && withStep(back.log, step('b'));
  expect(log?.steps).toEqual([step('b')]);
  expect(log && redone(log)).toBeUndefined();
});

test('the oldest step goes when there are too many, and every other keeps its number', () => {
  let log: UndoLog = emptyLog;
  for (let n = 0; n <= MAX_STEPS; n += 1) log = withStep(log, step(String(n)));
  expect(log.steps).toHaveLength(MAX_STEPS);
  expect(log.first).toBe(1);
  expect(log.steps[0]).toEqual(step('1'));
});
