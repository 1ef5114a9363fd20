import { expect, test } from 'vitest';
import { err, ok } from '#shared/core/result.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { foldEntries } from '#shared/records/fold.ts';
import type { AnswerReader } from '../../../../renderer/forms/answer-text.ts';
import { ConflictView } from '../../../../renderer/forms/conflict-view.tsx';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { makeDevice, newRecordId } from '../../../support/make-entries.ts';
import { mount, press } from '../../../support/mount.tsx';
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

function twoPrices() {
  const record = newRecordId();
  const price = { record, kind: 'price', form: formOf('price').version };
  const entries = [
    makeDevice('احمد').write({ ...price, set: { price_amount: '85' } }),
    makeDevice('مریم').write({ ...price, set: { price_amount: '58' } }),
  ];
  const state = foldEntries(entries);
  if (!state) throw new Error('no state');
  return state;
}

function buttons(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll('button')];
}

test('both answers stand side by side with who gave them; one is kept, the other as a remark', async () => {
  const kept: unknown[] = [];
  await mount(
    <ConflictView
      state={twoPrices()}
      paths={['price_amount']}
      reader={reader}
      onSettle={async (path, head, { others }) => {
        kept.push([path, head.value, others]);
        return ok(null);
      }}
    />,
  );
  const text = document.body.textContent ?? '';
  for (const said of ['۸۵', '۵۸', 'احمد', 'مریم', '۱۴۰۵']) expect(text).toContain(said);
  const [, both] = buttons();
  if (!both) throw new Error('no button');
  await press(both);
  expect(kept).toEqual([
    ['price_amount', expect.stringMatching(/^(85|58)$/), expect.stringMatching(/^(۵۸|۸۵) \(/)],
  ]);
});

test('one who may not settle it sees both answers and no button', async () => {
  await mount(
    <ConflictView
      state={twoPrices()}
      paths={['price_amount']}
      reader={reader}
      maySettle={() => false}
      onSettle={async () => err({ kind: 'account/not-allowed' })}
    />,
  );
  expect(document.body.textContent).toContain('۸۵');
  expect(buttons()).toEqual([]);
});
