import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { carryOver } from '../../../../../renderer/features/visits/carry-over.ts';
import { loadPins, savePins, togglePin } from '../../../../../renderer/features/visits/pins.ts';
import { createDevice, makeIdentity } from '../../../../support/device.ts';

const before = {
  id: 'before' as RecordId,
  kind: 'price',
  answers: { price_currency: 'AFN', quality_grade: 'premium', price_amount: '65' },
  record: undefined,
  draft: undefined,
} as const;

test('what is pinned in the grid is what a new price on its form takes over, and what is unpinned is not', async () => {
  const { settings } = await createDevice().openSignedIn(makeIdentity());
  const usual = await loadPins(settings);
  expect(carryOver('price', before, usual).answers).toEqual({ price_currency: 'AFN' });
  savePins(settings, togglePin(togglePin(usual, 'quality_grade'), 'price_currency'));
  await expect.poll(() => loadPins(settings)).not.toEqual(usual);
  const content = carryOver('price', before, await loadPins(settings));
  expect(content.answers).toEqual({ quality_grade: 'premium' });
  expect(content.carried).toEqual(['quality_grade']);
});
