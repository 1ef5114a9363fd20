import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordChange } from '../../renderer/db/stores.ts';

/** A finished price quotation as a surveyor's change; give what matters. */
export function makePrice(
  record: RecordId,
  set: Readonly<Record<string, Json>> = {},
  rest: Partial<RecordChange> = {},
): RecordChange {
  return {
    record,
    kind: 'price',
    form: 1,
    set: { price_amount: '1500', review_status: 'submitted', ...set },
    ...rest,
  };
}

/** A visit as a surveyor's change. */
export function makeVisit(
  record: RecordId,
  set: Readonly<Record<string, Json>> = {},
): RecordChange {
  return { record, kind: 'visit', form: 1, set: { review_status: 'submitted', ...set } };
}

/** A draft of a price. */
export function makeDraft(record: RecordId, part: Partial<Draft> = {}): Draft {
  return {
    record,
    kind: 'price',
    form: 1,
    visit: null,
    set: {},
    raw: {},
    isChange: false,
    savedMs: 1_780_000_000_000,
    ...part,
  };
}
