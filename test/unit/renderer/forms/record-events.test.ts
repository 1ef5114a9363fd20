import { expect, test } from 'vitest';
import { recordEvents } from '../../../../renderer/forms/record-events.ts';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makePrice } from '../../../support/make-record.ts';

test('the history tells every step with its author and reason, and comments in between', async () => {
  const device = createDevice();
  const { records } = await device.openSignedIn();
  const [id, remark] = [device.newId(), device.newId()];
  const base = { record: id, kind: 'price', form: 1 };
  const comment = { on_record: id, on_field: 'price_amount', text: 'ده برابر است؟' };
  expectOk(await records.write([makePrice(id)]));
  expectOk(await records.write([{ ...base, set: { review_flag: true } }]));
  expectOk(
    await records.write([
      { record: remark, kind: 'comment', form: 1, set: comment },
      { ...base, set: { review_status: 'returned' }, why: 'دوباره بپرسید' },
    ]),
  );
  expectOk(
    await records.write([
      { ...base, set: { price_amount: '52', review_status: 'submitted' }, why: 'اصلاح شد' },
    ]),
  );
  expectOk(await records.write([{ ...base, set: { review_flag: null } }]));
  expectOk(await records.write([{ ...base, set: { review_status: 'approved' } }]));
  const events = recordEvents(await records.history(id), await records.comments(id));
  expect(events.map(({ what, why }) => [what.is, why])).toEqual([
    ['made', undefined],
    ['flagged', undefined],
    ['comment', undefined],
    ['returned', 'دوباره بپرسید'],
    ['sent-again', 'اصلاح شد'],
    ['unflagged', undefined],
    ['approved', undefined],
  ]);
  expect(events[4]?.what).toEqual({ is: 'sent-again', fields: ['price_amount'] });
  expect(events[2]?.what).toMatchObject({ field: 'price_amount', text: 'ده برابر است؟' });
});
