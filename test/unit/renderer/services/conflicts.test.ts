import { expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { foldEntries } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { ReviewStatus } from '#shared/records/record.ts';
import type { Role } from '#shared/records/role.ts';
import { checkWrite } from '#shared/rules/check-write.ts';
import {
  askedConflicts,
  maySettle,
  settlementOf,
} from '../../../../renderer/services/conflicts.ts';
import { makeDevice, newRecordId } from '../../../support/make-entries.ts';

const author = 'surveyor1' as PersonId;
const form = formOf('price').version;

/** A price that two laptops of its author changed apart, each with the figure worked out from it. */
function conflict(review: ReviewStatus = 'submitted') {
  const [one, two] = [makeDevice(author), makeDevice(author)];
  const record = newRecordId();
  const price = { record, kind: 'price', form };
  const made = one.write({
    ...price,
    set: { price_amount: '80', unit_price_std: '80', review_status: review },
  });
  two.see(made);
  const entries = [
    made,
    one.write({ ...price, set: { price_amount: '85', unit_price_std: '85' } }),
    two.write({ ...price, set: { price_amount: '58', unit_price_std: '58' } }),
  ];
  const state = foldEntries(entries);
  if (!state) throw new Error('no state');
  return { one, entries, state, view: viewRecord(state) };
}

function writer(role: Role, person = author) {
  return { person, role };
}

test('the author chooses of the answers, not of the figures that follow from them', () => {
  const { view } = conflict();
  expect(view.conflicts.toSorted()).toEqual(['price_amount', 'unit_price_std']);
  expect(askedConflicts(view)).toEqual(['price_amount']);
});

test.each(['85', '58'])(
  'the answer %s that is kept takes its figures along, and the conflict ends',
  (kept) => {
    const { one, entries, state, view } = conflict();
    const head = state.paths['price_amount']?.heads.find(({ value }) => value === kept);
    if (!head) throw new Error('no head');
    const words = { why: 'یکی از دو پاسخ', others: '۵۸ (دیگری)' };
    const change = settlementOf(view, state, { path: 'price_amount', head }, words);
    for (const entry of entries) one.see(entry);
    const settled = foldEntries([...entries, one.write(change)]);
    const after = settled && viewRecord(settled);
    expect(after?.conflicts).toEqual([]);
    expect(after?.answers).toMatchObject({ price_amount: kept, unit_price_std: kept });
    expect(after?.remarks).toEqual({ price_amount: '۵۸ (دیگری)' });
  },
);

test.each([
  ['submitted', true],
  ['returned', true],
  ['approved', false],
  ['rejected', false],
] as const)('an author settles a record that is %s: %s, as the server has it', (review, may) => {
  const { view, state } = conflict(review);
  const [head] = state.paths['price_amount']?.heads ?? [];
  if (!head) throw new Error('no head');
  expect(maySettle(view, 'price_amount', writer('surveyor'))).toBe(may);
  const change = settlementOf(view, state, { path: 'price_amount', head }, { why: 'یکی' });
  const refused = checkWrite(writer('surveyor'), change, view, () => undefined);
  expect(refused === undefined).toBe(may);
});

test('a step of review is settled by a reviewer alone', () => {
  const { view } = conflict();
  expect(maySettle(view, 'review_status', writer('surveyor'))).toBe(false);
  expect(maySettle(view, 'review_status', writer('supervisor', 'other' as PersonId))).toBe(true);
});
