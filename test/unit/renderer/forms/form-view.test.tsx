import type { JSX } from 'react';
import { useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { ok } from '#shared/core/result.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { FormContent } from '../../../../renderer/forms/form-content.ts';
import { emptyContent } from '../../../../renderer/forms/form-content.ts';
import { FormView } from '../../../../renderer/forms/form-view.tsx';
import type { FieldNote } from '../../../../renderer/forms/question-model.ts';
import type { FinishedForm } from '../../../../renderer/forms/use-open-form.ts';
import { useOpenForm } from '../../../../renderer/forms/use-open-form.ts';
import { makeContext } from '../../../support/form-context.ts';
import { find, mount, press } from '../../../support/mount.tsx';
import { sampleFormRegisters } from './sample-form-registers.ts';
import { leave, pressKey, typeText } from './type-answer.ts';

interface Shown {
  content: FormContent;
  finished: FinishedForm | undefined;
}

interface Opened {
  readonly formId: SurveyFormId;
  readonly content?: Partial<FormContent>;
  readonly context?: Partial<FormContext>;
  readonly notes?: Readonly<Record<string, readonly FieldNote[]>>;
}

const aid = {
  suggestions: () => [],
  photos: {
    keep: () => Promise.reject(new Error('no photos here')),
    read: () => Promise.reject(new Error('no photos here')),
    mayKeepPlace: () => false,
    keepsOriginals: () => false,
    moment: () => {
      throw new Error('no photos here');
    },
  },
};

const visit: Answers = {
  country: 'IRQ',
  consent: 'yes',
  market_level: 'retail',
  visit_currency: 'IQD',
  fx_usd_buy: '1300',
  fx_usd_sell: '1310',
};
const context = makeContext({ visit });

interface HarnessProps {
  readonly opened: Opened;
  readonly onContent: (content: FormContent) => void;
  readonly onFinished: (finished: FinishedForm | undefined) => void;
}

function Harness({ opened, onContent, onFinished }: HarnessProps): JSX.Element {
  const open = useOpenForm({
    formId: opened.formId,
    form: formOf(opened.formId),
    initial: { ...emptyContent, ...opened.content },
    isReopened: opened.content !== undefined,
    context: { ...context, ...opened.context },
    registers: sampleFormRegisters,
    records: [],
    notes: opened.notes ?? {},
    folds: opened.formId === 'price',
    onSave: async () => ok(null),
  });
  const { content } = open.session;
  useEffect(() => {
    onContent(content);
  }, [content, onContent]);
  return <FormView open={open} aid={aid} onFinish={() => onFinished(open.tryFinish())} />;
}

async function openForm(opened: Opened): Promise<Shown> {
  const shown: Shown = { content: emptyContent, finished: undefined };
  await mount(
    <Harness
      opened={opened}
      onContent={(content) => Object.assign(shown, { content })}
      onFinished={(finished) => Object.assign(shown, { finished })}
    />,
  );
  return shown;
}

function fieldNames(): readonly (string | undefined)[] {
  return [...document.querySelectorAll<HTMLElement>('[data-field]')].map(
    (question) => question.dataset['field'],
  );
}

function inputOf(field: string): HTMLElement {
  return find(`[data-field="${field}"] input, [data-field="${field}"] textarea`);
}

function focusedField(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'];
}

const quotation: Answers = {
  product_id: 'powder_detergent',
  item_spec: 'پودر ماشینی ۵۰۰ گرمی',
  availability: 'wide',
  brand_id: 'brand_a',
  origin_country: 'IR',
  quality_grade: 'standard',
  price_level: 'retail',
  quote_basis: 'posted',
  price_amount: '2500',
  price_currency: 'IQD',
  sale_unit: 'kg',
  sale_qty: '1',
  price_change_30d: 'same',
  quote_confidence: 'high',
};

describe('the questions of a form', () => {
  test('stand in the order of the definition under the headings of their sections', async () => {
    await openForm({ formId: 'price', content: { answers: quotation } });
    expect(fieldNames().slice(0, 8)).toEqual([
      'product_id',
      'item_spec',
      'availability',
      'brand_id',
      'origin_country',
      'quality_grade',
      'price_level',
      'quote_basis',
    ]);
    const headings = [...document.querySelectorAll('h2')].map((heading) => heading.textContent);
    expect(headings.slice(0, 3)).toEqual(['کالا', 'قیمت', 'واحد و مقدار']);
  });

  test('are not asked where they do not apply', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('availability'), '4');
    expect(fieldNames()).toContain('unavailable_reason');
    expect(fieldNames()).not.toContain('price_amount');
    expect(shown.content.answers['price_amount']).toBeUndefined();
  });

  test('that are optional wait behind one press, and then stand in their own place', async () => {
    await openForm({ formId: 'price', content: { answers: quotation } });
    expect(fieldNames()).not.toContain('purchase_price');
    await pressKey(inputOf('product_id'), 'ئ', { code: 'KeyM', altKey: true });
    const names = fieldNames();
    expect(names.indexOf('purchase_price')).toBeGreaterThan(names.indexOf('sale_qty'));
    expect(names.indexOf('purchase_price')).toBeLessThan(names.indexOf('price_change_30d'));
    await pressKey(inputOf('product_id'), 'ئ', { code: 'KeyM', altKey: true });
    expect(fieldNames()).not.toContain('purchase_price');
  });

  test('show what a supervisor wrote beside them', async () => {
    const notes = { sale_unit: [{ text: 'کیلو یا گونی؟', by: 'سرپرست', at: 'دیروز' }] };
    await openForm({ formId: 'price', content: { answers: quotation }, notes });
    expect(find('[data-field=sale_unit]').textContent).toContain('کیلو یا گونی؟');
  });
});

describe('the keyboard', () => {
  test('goes to the next question with Enter and back with Shift+Enter', async () => {
    await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('item_spec'), 'Enter');
    expect(focusedField()).toBe('availability');
    await pressKey(document.activeElement as HTMLElement, 'Enter', { shiftKey: true });
    expect(focusedField()).toBe('item_spec');
  });

  test('answers a short list with a digit of any script and goes on', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('quality_grade'), '۳');
    expect(shown.content.answers['quality_grade']).toBe('premium');
    expect(focusedField()).toBe('price_level');
  });

  test('goes on to a question that this very answer has brought up', async () => {
    await openForm({
      formId: 'price',
      content: { answers: { ...quotation, availability: 'never' } },
    });
    await pressKey(inputOf('availability'), '1');
    expect(focusedField()).toBe('brand_id');
  });

  test('marks a question with F4 as not known, then as refused, then as open again', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('price_amount'), 'F4');
    expect(shown.content.answers['price_amount']).toEqual({ missing: 'dont_know' });
    expect(find('[data-field=price_amount]').textContent).toContain('نمی‌داند');
    expect(focusedField()).toBe('price_amount');
    await pressKey(document.activeElement as HTMLElement, 'F4');
    expect(shown.content.answers['price_amount']).toEqual({ missing: 'refused' });
    await pressKey(document.activeElement as HTMLElement, 'F4');
    expect(shown.content.answers['price_amount']).toBeUndefined();
    expect(inputOf('price_amount').tagName).toBe('INPUT');
  });

  test('leaves questions alone that no respondent answers', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('sale_qty'), 'F4');
    expect(shown.content.answers['sale_qty']).toBe('1');
  });
});

describe('finishing', () => {
  test('gives the record with what the app works out, and nothing else', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished?.answers).toMatchObject({
      ...quotation,
      quote_id: context.recordId,
      unit_price_std: '2500',
      fx_rate: '1305',
    });
    expect(shown.finished?.reasons).toEqual({});
  });

  test('names every question that is missing, takes the focus there and leads to each', async () => {
    const { quality_grade: _, ...incomplete } = quotation;
    const shown = await openForm({ formId: 'price', content: { answers: incomplete } });
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished).toBeUndefined();
    const summary = find('[role=alert]');
    expect(document.activeElement).toBe(summary);
    expect(summary.textContent).toContain('۱ پرسش');
    expect(summary.textContent).toContain('ردهٔ کیفی — به این پرسش پاسخ دهید.');
    await press(find('[role=alert] button'));
    expect(focusedField()).toBe('quality_grade');
  });

  test('is stopped by a text that is no answer, which stays on the screen', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await typeText(inputOf('price_amount'), '۲۵ هزار');
    await pressKey(inputOf('price_amount'), 'Enter', { ctrlKey: true });
    expect(shown.finished).toBeUndefined();
    expect((inputOf('price_amount') as HTMLInputElement).value).toBe('۲۵ هزار');
    expect(find('[role=alert]').textContent).toContain('قیمت');
  });

  test('asks why an unusual answer is right, and keeps the reason', async () => {
    const answers = { ...quotation, purchase_price: '2600' };
    const shown = await openForm({ formId: 'price', content: { answers } });
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished).toBeUndefined();
    const [, reason] = document.querySelectorAll<HTMLElement>('[data-field=purchase_price] input');
    if (!reason) throw new Error('the reason is asked under the warning');
    await typeText(reason, 'حراج فصل');
    await pressKey(reason, 'Enter', { ctrlKey: true });
    expect(shown.finished?.reasons).toEqual({ purchase_price: 'حراج فصل' });
  });

  test('keeps what was noted on a question, and not what was emptied again', async () => {
    const shown = await openForm({ formId: 'price', content: { answers: quotation } });
    await pressKey(inputOf('item_spec'), 'ق', { code: 'KeyC', altKey: true });
    const note = document.activeElement as HTMLElement;
    expect(note.closest('[data-field]')?.getAttribute('data-field')).toBe('item_spec');
    await typeText(note, 'بسته‌بندی تازه');
    await pressKey(inputOf('price_amount'), 'r', { code: 'KeyC', altKey: true });
    await typeText(document.activeElement as HTMLElement, 'پیش از ظهر');
    await typeText(document.activeElement as HTMLElement, '');
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished?.remarks).toEqual({ item_spec: 'بسته‌بندی تازه' });
  });

  test('lets a price far from the median through only typed twice and explained', async () => {
    const references = {
      medianPrice: () => ({ amount: '250' as Decimal, currency: 'IQD' }),
    };
    const shown = await openForm({
      formId: 'price',
      content: { answers: quotation },
      context: { references },
    });
    expect(fieldNames()).toContain('outlier_reason');
    await typeText(inputOf('outlier_reason'), 'بستهٔ وارداتی کمیاب');
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished).toBeUndefined();
    const [, again] = document.querySelectorAll<HTMLElement>('[data-field=price_amount] input');
    if (!again) throw new Error('the price is asked a second time');
    await typeText(again, '۲۶۰۰');
    await pressKey(again, 'Enter', { ctrlKey: true });
    expect(shown.finished).toBeUndefined();
    await typeText(again, '۲۵۰۰');
    await pressKey(again, 'Enter', { ctrlKey: true });
    expect(shown.finished?.answers['outlier_reason']).toBe('بستهٔ وارداتی کمیاب');
  });

  test('takes "would not say" for an answer', async () => {
    const answers = { ...quotation, price_change_30d: { missing: 'refused' } as const };
    const shown = await openForm({ formId: 'price', content: { answers } });
    await pressKey(inputOf('product_id'), 'Enter', { ctrlKey: true });
    expect(shown.finished?.answers['price_change_30d']).toEqual({ missing: 'refused' });
  });
});

describe('an answer that was carried over', () => {
  test('is marked until it is changed', async () => {
    const shown = await openForm({
      formId: 'price',
      content: { answers: quotation, carried: ['origin_country', 'quote_basis'] },
    });
    expect(find('[data-field=quote_basis]').textContent).toContain('از قبل آمده');
    await pressKey(inputOf('quote_basis'), '2');
    expect(shown.content.carried).toEqual(['origin_country']);
    expect(find('[data-field=quote_basis]').textContent).not.toContain('از قبل آمده');
  });
});

test('a stop is said as soon as the question is left', async () => {
  await openForm({ formId: 'price', content: { answers: quotation } });
  await typeText(inputOf('sale_qty'), '0');
  expect(find('[data-field=sale_qty]').textContent).not.toContain('باید بیشتر از ۰ باشد');
  await leave();
  expect(find('[data-field=sale_qty]').textContent).toContain('باید بیشتر از ۰ باشد');
});
