import { describe, expect, test } from 'vitest';
import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { foldEntries } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import { viewRecord } from '#shared/records/record.ts';
import type { LinkedRecord, Write, Writer } from '#shared/rules/check-write.ts';
import { checkWrite } from '#shared/rules/check-write.ts';
import { makeDevice, newRecordId, visitAnswers } from '../../../support/make-entries.ts';

const surveyor: Writer = { person: 's1' as PersonId, role: 'surveyor' };
const other: Writer = { person: 's2' as PersonId, role: 'surveyor' };
const supervisor: Writer = { person: 'v1' as PersonId, role: 'supervisor' };
const record = newRecordId();

function visitOf(owner: string, review: string): RecordView {
  const set = visitAnswers({ review_status: review });
  const state = foldEntries([makeDevice(owner).write({ record, set })]);
  if (!state) throw new Error('no entries');
  return viewRecord(state);
}

function write(set: Readonly<Record<string, Json>>, changes: Partial<Write> = {}): Write {
  return { record, kind: 'visit', set, ...changes };
}

function check(writer: Writer, made: Write, before?: RecordView, linked?: LinkedRecord) {
  return checkWrite(writer, made, before, () => linked);
}

describe('a surveyor', () => {
  test('finishes a record of their own', () => {
    expect(check(surveyor, write(visitAnswers()))).toBeUndefined();
  });

  test('does not change the record of another surveyor', () => {
    const before = visitOf('s1', 'submitted');
    expect(check(other, write({ outlet_name: 'x' }), before)).toEqual({
      kind: 'record/not-yours',
      record,
    });
  });

  test.each(['submitted', 'returned'])('changes and sends again what is %s', (review) => {
    const again = write({ outlet_name: 'x', review_status: 'submitted' });
    expect(check(surveyor, again, visitOf('s1', review))).toBeUndefined();
  });

  test.each(['approved', 'rejected'])(
    'does not change what is %s, with or without sending it',
    (review) => {
      const failure = { kind: 'record/review-step', record, from: review, to: 'submitted' };
      const before = visitOf('s1', review);
      expect(check(surveyor, write({ outlet_name: 'x' }), before)).toEqual(failure);
      expect(check(surveyor, write({ review_status: 'submitted' }), before)).toEqual(failure);
      expect(check(surveyor, write({ deleted: true }), before)).toEqual(failure);
    },
  );

  test('does not approve, and does not flag', () => {
    const before = visitOf('s1', 'submitted');
    expect(check(surveyor, write({ review_status: 'approved' }), before)).toMatchObject({
      kind: 'record/review-step',
      to: 'approved',
    });
    expect(check(surveyor, write({ review_flag: true }), before)).toEqual({
      kind: 'account/not-allowed',
    });
  });

  test('does not put a price into the visit of another', () => {
    const visit = newRecordId();
    const price = {
      record: newRecordId(),
      kind: 'price',
      set: { visit, review_status: 'submitted' },
    };
    expect(check(surveyor, price, undefined, { kind: 'visit', owner: other.person })).toEqual({
      kind: 'record/not-yours',
      record: visit,
    });
    expect(
      check(surveyor, price, undefined, { kind: 'visit', owner: surveyor.person }),
    ).toBeUndefined();
    expect(check(surveyor, price)).toBeUndefined();
  });

  test('does not comment on the record of another, but on any item of a register', () => {
    const comment = {
      record: newRecordId(),
      kind: 'comment',
      set: { on_record: record, text: '?' },
    };
    expect(
      check(surveyor, comment, undefined, { kind: 'visit', owner: other.person }),
    ).toMatchObject({
      kind: 'record/not-yours',
    });
    expect(
      check(surveyor, comment, undefined, { kind: 'market', owner: other.person }),
    ).toBeUndefined();
  });

  test('takes back a record whose making the server refused', () => {
    expect(check(surveyor, write({ deleted: true }))).toBeUndefined();
  });

  test('does not finish a record without sending it', () => {
    const { review_status: _, ...rest } = visitAnswers();
    expect(check(surveyor, write(rest))).toMatchObject({
      kind: 'record/bad-answer',
      field: 'review_status',
    });
  });
});

describe('a supervisor', () => {
  test.each(['approved', 'returned', 'rejected'])('moves a submitted record to %s', (to) => {
    expect(
      check(supervisor, write({ review_status: to }), visitOf('s1', 'submitted')),
    ).toBeUndefined();
  });

  test('flags a record and remarks on a question without a reason', () => {
    const set = { review_flag: true, '@remark/outlet_name': 'which one?' };
    expect(check(supervisor, write(set), visitOf('s1', 'submitted'))).toBeUndefined();
  });

  test('changes an answer of another only with a reason', () => {
    const before = visitOf('s1', 'submitted');
    const change = write({ outlet_name: 'x' });
    expect(check(supervisor, change, before)).toMatchObject({ field: 'why', problem: 'required' });
    expect(check(supervisor, { ...change, why: '  ' }, before)).toMatchObject({ field: 'why' });
    expect(check(supervisor, { ...change, why: 'as on the photo' }, before)).toBeUndefined();
  });

  test('does not write a register of the secretariat', () => {
    const item = { record: 'market/erbil' as RecordId, kind: 'market', set: { name_en: 'Erbil' } };
    expect(check(supervisor, item)).toEqual({ kind: 'account/not-allowed' });
  });
});

test('a record keeps its kind, and an item of a register lies under the name of its register', () => {
  const before = visitOf('s1', 'submitted');
  expect(check(surveyor, write({ text: 'x' }, { kind: 'comment' }), before)).toMatchObject({
    field: 'kind',
  });
  const item = { record: 'market/x' as RecordId, kind: 'brand', set: { name_local: 'x' } };
  expect(check(surveyor, item)).toMatchObject({ field: 'kind', problem: 'other-kind' });
});

test('a step to a state of review that does not exist is refused', () => {
  const before = visitOf('s1', 'submitted');
  expect(check(supervisor, write({ review_status: 'draft' }), before)).toMatchObject({
    kind: 'record/bad-answer',
    field: 'review_status',
  });
  expect(check(supervisor, write({ review_status: null }), before)).toMatchObject({
    kind: 'record/bad-answer',
    field: 'review_status',
  });
});
