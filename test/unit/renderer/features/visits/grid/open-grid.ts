import 'fake-indexeddb/auto';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { GridSession } from '../../../../../../renderer/features/visits/grid/grid-session.ts';
import { createGridSession } from '../../../../../../renderer/features/visits/grid/grid-session.ts';
import { createRegisters } from '../../../../../../renderer/forms/registers.ts';
import type { AppServices } from '../../../../../../renderer/services/services.ts';
import { loadVisit } from '../../../../../../renderer/services/visit-parts.ts';
import { createDevice, makeIdentity } from '../../../../../support/device.ts';
import { expectOk } from '../../../../../support/expect-ok.ts';
import { makeContext, sampleRegisters } from '../../../../../support/form-context.ts';
import { makePrice, makeVisit } from '../../../../../support/make-record.ts';

/** The header of the visit. */
export const header = {
  country: 'AFG',
  admin1_pcode: 'AF01',
  market_id: 'kabul',
  visit_date: '2026-11-25',
  fx_usd_buy: '70',
  fx_usd_sell: '70',
};
const registers = createRegisters(
  Object.fromEntries(
    Object.entries(sampleRegisters).map(([register, items]) => [
      register as RegisterName,
      Object.entries(items).map(
        ([code, answers]) => ({ id: `${register}/${code}`, answers }) as unknown as RecordView,
      ),
    ]),
  ),
);

/** A finished price of rice. */
export function priced(currency: string, unit = 'kg'): Readonly<Record<string, string>> {
  const typed: Answers = {
    product_id: 'rice',
    item_spec: 'rice',
    availability: 'wide',
    price_amount: '420',
    price_currency: currency,
    sale_unit: unit,
    sale_qty: '1',
  };
  const context = makeContext({ visit: header });
  return withCalculated(formOf('price'), typed, context) as Readonly<Record<string, string>>;
}

/** The grid of a visit with finished prices. */
export async function openGrid(
  prices: readonly Readonly<Record<string, string>>[] = [],
): Promise<GridSession> {
  const device = createDevice();
  const identity = makeIdentity();
  const store = await device.openSignedIn(identity);
  const visit = device.newId();
  const form = formOf('price').version;
  expectOk(await store.records.write([makeVisit(visit, header)]));
  for (const price of prices) {
    const set = { ...price, visit };
    expectOk(await store.records.write([makePrice(device.newId(), set, { form })]));
  }
  const whole = await loadVisit(store, visit);
  if (!whole) throw new Error('the visit was not written');
  const past = { visits: [], prices: [], competitors: [] };
  const data = { whole, registers, past, today: '2026-11-27' as PlainDate };
  const ambient = { nowMs: () => device.clock.nowMs, newRecordId: device.newId };
  const services = { store, ambient, identity } as unknown as AppServices;
  return createGridSession(data, services, new Set(), () => undefined);
}
