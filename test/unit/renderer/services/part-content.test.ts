import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { contentOf, draftOf } from '../../../../renderer/services/part-content.ts';

test('a draft gives back answers, texts, reasons and remarks as they were typed', () => {
  const id = '018f3a5e-7c11-7000-8000-00000000000a' as RecordId;
  const content = {
    answers: { item_spec: 'برنج' },
    raw: { price_amount: 'ده هزا' },
    reasons: { price_amount: 'حراج' },
    remarks: { item_spec: 'بسته‌بندی تازه' },
    carried: ['item_spec'],
    warned: {},
  };
  const draft = draftOf({ record: id, form: priceForm, visit: id, isChange: false }, content, 1);
  expect(draft.set).toEqual({
    item_spec: 'برنج',
    '@reason/price_amount': 'حراج',
    '@remark/item_spec': 'بسته‌بندی تازه',
  });
  const { answers } = content;
  expect(contentOf({ answers, record: undefined, draft })).toEqual(content);
});
