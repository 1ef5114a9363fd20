import 'fake-indexeddb/auto';
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AppServices } from '../../../../../../renderer/services/services.ts';
import { ServicesContext } from '../../../../../../renderer/services/use-services.ts';
import { createDevice } from '../../../../../support/device.ts';
import { expectOk } from '../../../../../support/expect-ok.ts';
import { mount } from '../../../../../support/mount.tsx';
import { usePastNews } from '../../../../../../renderer/features/visits/grid/use-past-news.ts';
import type { PastRecords } from '../../../../../../renderer/features/visits/past-records.ts';
import { header, openGrid, priced } from './open-grid.ts';

function recordOf(id: string, part: Partial<RecordView>): RecordView {
  return { id: id as RecordId, changedAt: '1', ...part } as unknown as RecordView;
}

/** Prices of rice at another outlet, as a colleague recorded them. */
function pastOf(amounts: readonly string[]): PastRecords {
  const visit = recordOf('visit/other', { answers: header });
  const prices = amounts.map((amount, at) =>
    recordOf(`price/${at}`, {
      visit: visit.id,
      answers: { ...priced('AFN'), unit_price_std: amount, price_level: 'retail' },
    }),
  );
  return { visits: [visit], prices, competitors: [] };
}

test('prices that a sync brings are compared with in the open grid, and what is typed stays', async () => {
  const session = await openGrid([priced('AFN')]);
  const [id] = session.state.getState().order;
  if (id === undefined) throw new Error('no row');
  session.acts.type({ row: id, field: 'price_amount', value: '4200' });
  const before = session.state.getState().rows[id];
  expect(before?.content.answers['price_amount']).toBe('4200');
  expect(noticedIn()).toBe(0);

  session.takePast(pastOf(['41', '42', '43', '44', '45', '42', '43', '44']));
  const after = session.state.getState().rows[id];
  expect(after?.content).toBe(before?.content);
  expect(after?.hasDraft).toBe(true);
  expect(noticedIn()).toBeGreaterThan(0);

  // The same once more draws nothing anew.
  session.takePast(pastOf(['41', '42', '43', '44', '45', '42', '43', '44']));
  expect(session.state.getState().rows[id]).toBe(after);

  function noticedIn(): number {
    const price = session.references('another' as RecordId).priceOf('rice', 'retail', 'rice');
    return price?.count ?? 0;
  }
});

test('it is read again once a sync has brought something, and not before', async () => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
  const store = await createDevice().openSignedIn();
  const takePast = vi.fn<(past: PastRecords) => void>();
  const session = { takePast };
  function Probe(): null {
    usePastNews(session);
    return null;
  }
  await mount(
    <ServicesContext value={{ store } as unknown as AppServices}>
      <Probe />
    </ServicesContext>,
  );
  await settle();
  expect(takePast).not.toHaveBeenCalled();
  expectOk(await store.sync.takeIn({ entries: [], epoch: 'e', cursor: 7, atMs: 1 }));
  await expect
    .poll(
      async () => {
        await settle();
        return takePast.mock.calls.length;
      },
      { timeout: 5000 },
    )
    .toBe(1);
  await settle();
  expect(takePast).toHaveBeenCalledTimes(1);
});

async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
}
