import { expect, test } from 'vitest';
import { foldEntries } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { makeDevice, newRecordId } from '../../../support/make-entries.ts';

const record = newRecordId();

test('two surveyors who corrected different answers of one record both keep their correction', () => {
  const [one, two] = [makeDevice('s1'), makeDevice('s2')];
  const made = one.write({ record, set: { price_amount: '10', price_note: 'crowded' } });
  two.see(made);
  const price = one.write({ record, set: { price_amount: '12' } });
  const note = two.write({ record, set: { price_note: 'closed early' } });
  const view = viewOf([note, price, made]);
  expect(view?.answers).toEqual({ price_amount: '12', price_note: 'closed early' });
  expect(view?.conflicts).toEqual([]);
});

test('three people who answered one question apart make a conflict that keeps all three answers', () => {
  const devices = ['s1', 's2', 'v1'].map((person) => makeDevice(person));
  const [first] = devices;
  const made = first?.write({ record, set: { price_amount: '10' } });
  if (!made) throw new Error('no device');
  for (const device of devices.slice(1)) device.see(made);
  const answers = devices.map((device, index) =>
    device.write({ record, set: { price_amount: String(11 + index) } }),
  );
  const state = foldEntries([made, ...answers]);
  expect(state?.paths['price_amount']?.heads.map(({ value }) => value).toSorted()).toEqual([
    '11',
    '12',
    '13',
  ]);
  expect(state && viewRecord(state).conflicts).toEqual(['price_amount']);
});

test('two people who gave the same answer apart do not disagree', () => {
  const [one, two] = [makeDevice('s1'), makeDevice('s2')];
  const entries = [one, two].map((device) => device.write({ record, set: { price_amount: '10' } }));
  expect(viewOf(entries)?.conflicts).toEqual([]);
});

test('a write that arrives before the one it replaces is not undone by it', () => {
  const laptop = makeDevice('s1');
  const made = laptop.write({ record, set: { price_amount: '10' } });
  const changed = laptop.write({ record, set: { price_amount: '12' } });
  expect(viewOf([changed, made])?.answers).toEqual({ price_amount: '12' });
});

test('a laptop whose clock is a year behind still changes what it has before its eyes', () => {
  const right = makeDevice('s1');
  const behind = makeDevice('s2', undefined, 1_763_000_000_000);
  const made = right.write({ record, set: { price_amount: '10' } });
  behind.see(made);
  const changed = behind.write({ record, set: { price_amount: '12' } });
  expect(viewOf([made, changed])?.answers).toEqual({ price_amount: '12' });
});

test('a cleared answer is gone from the record and stays in its history', () => {
  const laptop = makeDevice('s1');
  const entries = [
    laptop.write({ record, set: { price_note: 'crowded' } }),
    laptop.write({ record, set: { price_note: null } }),
  ];
  expect(viewOf(entries)?.answers).toEqual({});
});

test('a record belongs to whoever wrote it first, whoever changed it later', () => {
  const [owner, other] = [makeDevice('s1'), makeDevice('v1')];
  const made = owner.write({ record, set: { price_amount: '10' } });
  other.see(made);
  const changed = other.write({ record, set: { price_amount: '12' }, why: 'typed wrong' });
  expect(viewOf([changed, made])).toMatchObject({ owner: 's1', changedBy: 'v1' });
});

function viewOf(entries: Parameters<typeof foldEntries>[0]) {
  const state = foldEntries(entries);
  return state && viewRecord(state);
}
