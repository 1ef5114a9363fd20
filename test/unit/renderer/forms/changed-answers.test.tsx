import { expect, test } from 'vitest';
import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import { changedAnswers } from '../../../../renderer/forms/changed-answers.ts';
import { ChangedAnswersView } from '../../../../renderer/forms/changed-answers-view.tsx';
import type { AnswerReader } from '../../../../renderer/forms/answer-text.ts';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { WhyDialog } from '../../../../renderer/ui/why-dialog.tsx';
import { find, mount } from '../../../support/mount.tsx';
import { sampleFormRegisters } from './sample-form-registers.ts';

const reader: AnswerReader = {
  registers: sampleFormRegisters,
  language: 'fa',
  format: createFormat({
    language: 'fa',
    calendar: 'persian',
    digits: 'arabext',
    showsOtherCalendar: false,
  }),
};
// The page of the tests has dialogs that cannot be opened.
Object.assign(HTMLDialogElement.prototype, {
  showModal: () => undefined,
  close: () => undefined,
});

const answers: Answers = {
  product_id: 'rice',
  item_spec: 'برنج ۱۲ کیلویی',
  price_amount: '850',
  price_currency: 'AFN',
  sale_unit: 'kg',
  sale_qty: '1',
  quality_grade: 'standard',
};

function recordOf(rest: Partial<RecordView> = {}): RecordView {
  return {
    id: 'price' as RecordId,
    kind: 'price',
    form: formOf('price').version,
    answers: answers as Readonly<Record<string, Json>>,
    reasons: {},
    remarks: {},
    warnings: [],
    conflicts: [],
    owner: 'surveyor' as PersonId,
    ...rest,
  } as RecordView;
}

function changesTo(after: Answers, before = recordOf(), remarks: Record<string, string> = {}) {
  return changedAnswers(
    { before, after: { answers: after, reasons: {}, warnings: [], remarks }, visit: undefined },
    reader,
  );
}

test('only what was changed is told, in the words and digits of its reader', () => {
  const changes = changesTo({ ...answers, price_amount: '86', quality_grade: 'premium' });
  const told = changes.map(({ field, before, after }) => [field, before?.text, after?.text]);
  expect(told.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
    ['price_amount', '۸۵۰', '۸۶'],
    ['quality_grade', 'متوسط', 'ممتاز'],
  ]);
});

test('what the app works out by itself is not called a change of the person', () => {
  expect(changesTo({ ...answers, unit_price_usd: '12' })).toEqual([]);
});

test('a remark that is written is told beside the answers', () => {
  const [change, ...rest] = changesTo(answers, recordOf(), { price_amount: 'با تخفیف' });
  expect(rest).toEqual([]);
  expect(change).toMatchObject({
    field: 'price_amount',
    about: 'remark',
    before: undefined,
    after: { text: 'با تخفیف' },
  });
});

test('the dialog shows both versions, says by a word what is new or gone, and takes the reason at once', async () => {
  const { quality_grade: _, ...rest } = answers;
  const changes = changesTo({ ...rest, price_amount: '86', brand_id: 'unbranded' });
  await mount(
    <WhyDialog
      title="چرا؟"
      confirmLabel="پایان"
      usual={[]}
      onConfirm={() => undefined}
      onCancel={() => undefined}
    >
      <ChangedAnswersView changes={changes} readPhoto={() => Promise.reject(new Error('none'))} />
    </WhyDialog>,
  );
  expect(document.activeElement?.tagName).toBe('INPUT');
  const cells = [...find('[data-changed="price_amount"]').querySelectorAll('td')];
  expect(cells.map((cell) => cell.textContent)).toEqual([
    expect.stringContaining('۸۵۰'),
    expect.stringContaining('۸۶'),
  ]);
  expect(find('[data-changed="quality_grade"]').textContent).toContain('پاک شد');
  expect(find('[data-changed="quality_grade"] del').textContent).not.toBe('');
  expect(find('[data-changed="brand_id"]').textContent).toContain('اضافه شد');
});

test('a text that runs against the page turns nothing about it', async () => {
  const changes = changesTo({ ...answers, item_spec: 'Basmati \u202e123' });
  expect(changes).toHaveLength(1);
  await mount(
    <ChangedAnswersView changes={changes} readPhoto={() => Promise.reject(new Error())} />,
  );
  const now = find('[data-changed="item_spec"] td:last-child');
  expect(now.textContent).not.toContain('\u202e');
  expect(now.querySelector('bdi')).not.toBeNull();
});
