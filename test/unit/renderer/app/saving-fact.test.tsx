import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SavingFact } from '../../../../renderer/app/saving-fact.tsx';
import type { StoreHealth } from '../../../../renderer/db/stores.ts';
import { find, mount } from '../../../support/mount.tsx';

function makeHealth(health: Partial<StoreHealth>): StoreHealth {
  const calm = { saving: 'saved', savedAtMs: Date.parse('2026-11-22T15:00:00Z') } as const;
  const none = { failure: null, wasRebuilt: false, isIndexBehind: false, unknownRecords: 0 };
  return { ...calm, ...none, setAsideBytes: 0, missing: null, clockOffsetMs: null, ...health };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

test('a save that is over in a moment is not shown, one that lasts is', async () => {
  const { show } = await mount(<SavingFact health={makeHealth({})} />);
  await show(<SavingFact health={makeHealth({ saving: 'saving' })} />);
  wait(300);
  expect(document.body.textContent).toContain('ذخیره شد');
  wait(600);
  expect(document.body.textContent).toContain('در حال ذخیره');
});

test('a save that failed is said at once and aloud, with what is safe and what to do', async () => {
  const failed = makeHealth({ saving: 'failed', failure: { kind: 'journal/disk-full' } });
  await mount(<SavingFact health={failed} />);
  expect(find('[role=alert]').textContent).toMatch(/ذخیره نشد: دیسک پر است.*سالم است.*جا .*خالی/);
});
