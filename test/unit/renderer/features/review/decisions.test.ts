import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import {
  flagChange,
  returnChanges,
  reviewChange,
  saysSomething,
} from '../../../../../renderer/features/review/decisions.ts';
import { createDevice } from '../../../../support/device.ts';
import { expectOk } from '../../../../support/expect-ok.ts';
import { makeRecord } from '../../../../support/export-records.ts';
import { makePrice } from '../../../../support/make-record.ts';

const record = makeRecord(
  'price',
  '01900000-0000-7000-8000-000000000001',
  {},
  { review: 'submitted' },
);
function newId(): RecordId {
  return '01900000-0000-7000-8000-00000000c0de' as RecordId;
}

test('an approval sets the state of review and nothing else', () => {
  expect(reviewChange(record, 'approved')).toEqual({
    record: record.id,
    kind: 'price',
    form: 1,
    set: { review_status: 'approved' },
  });
});

test('a return carries its message as the reason of the step', () => {
  const changes = returnChanges(
    record,
    { overall: ' واحد را درست کنید ', field: undefined, onField: '' },
    newId,
  );
  expect(changes).toEqual([
    {
      record: record.id,
      kind: 'price',
      form: 1,
      set: { review_status: 'returned' },
      why: 'واحد را درست کنید',
    },
  ]);
});

test('what is said of a question becomes a comment on it, in the same write as the return', () => {
  const changes = returnChanges(
    record,
    { overall: '', field: 'sale_unit', onField: 'گونی یا کیلو؟' },
    newId,
  );
  expect(changes).toEqual([
    {
      record: newId(),
      kind: 'comment',
      form: 1,
      set: { on_record: record.id, on_field: 'sale_unit', text: 'گونی یا کیلو؟' },
    },
    { record: record.id, kind: 'price', form: 1, set: { review_status: 'returned' } },
  ]);
});

test('a record is not returned without a word', () => {
  expect(saysSomething({ overall: '  ', field: undefined, onField: 'x' })).toBe(false);
  expect(saysSomething({ overall: '', field: 'sale_unit', onField: ' ' })).toBe(false);
  expect(saysSomething({ overall: '', field: 'sale_unit', onField: 'x' })).toBe(true);
  expect(saysSomething({ overall: 'x', field: undefined, onField: '' })).toBe(true);
});

test('a return written to a laptop leaves the queue, keeps who and why, and its comment stands at the question', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const id = device.newId();
  expectOk(await store.records.write([makePrice(id)]));
  const [view] = await store.records.listByReview('submitted');
  if (!view) throw new Error('no record');
  expectOk(await store.records.write([flagChange(view, true)]));
  const message = { overall: 'دوباره بپرسید', field: 'price_amount', onField: 'ده برابر است؟' };
  expectOk(await store.records.write(returnChanges(view, message, device.newId)));
  expect(await store.records.listByReview('submitted')).toEqual([]);
  const [returned] = await store.records.listByReview('returned');
  expect(returned).toMatchObject({ id, flagged: true });
  const [comment] = await store.records.comments(id);
  expect(comment?.answers).toMatchObject({ on_field: 'price_amount', text: 'ده برابر است؟' });
  const history = await store.records.history(id);
  expect(history.at(-1)).toMatchObject({
    set: { review_status: 'returned' },
    why: 'دوباره بپرسید',
  });
});

test('a flag taken off leaves the record as it was', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const id = device.newId();
  expectOk(await store.records.write([makePrice(id)]));
  for (const on of [true, false]) {
    const view = await store.records.find(id);
    if (view) expectOk(await store.records.write([flagChange(view, on)]));
  }
  expect(await store.records.find(id)).toMatchObject({ flagged: false, conflicts: [] });
});
