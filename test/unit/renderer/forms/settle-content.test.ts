import { describe, expect, test } from 'vitest';
import type { Answers } from '#shared/forms/answers.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { visitForm } from '#shared/forms/definitions/visit.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { emptyContent } from '../../../../renderer/forms/form-content.ts';
import type { FormMemory, Settled } from '../../../../renderer/forms/settle-content.ts';
import {
  freshMemory,
  reopenedMemory,
  settleContent,
} from '../../../../renderer/forms/settle-content.ts';
import { makeContext } from '../../../support/form-context.ts';

const visit: Answers = { country: 'IRQ', market_level: 'retail', visit_currency: 'IQD' };
const context = makeContext({ visit });

function settle(form: Form, answers: Answers, memory: FormMemory = freshMemory): Settled {
  return settleContent(form, { content: { ...emptyContent, answers }, memory }, context);
}

describe('a question hidden by another answer', () => {
  const onSale: Answers = { availability: 'wide', brand_id: 'brand_a', quality_grade: 'premium' };

  test('loses its answer', () => {
    const { content } = settle(priceForm, { ...onSale, availability: 'never' });
    expect(content.answers).not.toHaveProperty('brand_id');
    expect(content.answers).not.toHaveProperty('sale_qty');
  });

  test('gets its answer back when it is shown again', () => {
    const shown = settle(priceForm, onSale);
    const hidden = settle(
      priceForm,
      { ...shown.content.answers, availability: 'never' },
      shown.memory,
    );
    const again = settle(
      priceForm,
      { ...hidden.content.answers, availability: 'limited' },
      hidden.memory,
    );
    expect(again.content.answers).toMatchObject({ brand_id: 'brand_a', quality_grade: 'premium' });
  });

  test('loses the text that was no answer yet', () => {
    const { content } = settleContent(
      priceForm,
      {
        content: {
          ...emptyContent,
          answers: { availability: 'never' },
          raw: { price_amount: 'x' },
        },
        memory: freshMemory,
      },
      context,
    );
    expect(content.raw).toEqual({});
  });
});

describe('an initial value', () => {
  test('is offered as soon as its question is shown', () => {
    const { content } = settle(priceForm, { availability: 'wide' });
    expect(content.answers).toMatchObject({
      sale_qty: '1',
      price_level: 'retail',
      price_currency: 'IQD',
    });
  });

  test('is not put back where a person emptied it', () => {
    const offered = settle(priceForm, { availability: 'wide' });
    const emptied = { ...offered.content.answers, sale_qty: undefined };
    expect(settle(priceForm, emptied, offered.memory).content.answers['sale_qty']).toBeUndefined();
  });

  test('follows what it depends on until a person changes it', () => {
    const iraq = settle(visitForm, { country: 'IRQ' });
    expect(iraq.content.answers['visit_currency']).toBe('IQD');
    const moved = settle(visitForm, { ...iraq.content.answers, country: 'AFG' }, iraq.memory);
    expect(moved.content.answers['visit_currency']).toBe('AFN');
    const dollars = { ...moved.content.answers, visit_currency: 'USD', country: 'IRQ' };
    expect(settle(visitForm, dollars, moved.memory).content.answers['visit_currency']).toBe('USD');
  });

  test('stays away from a draft that was left without it', () => {
    const answers: Answers = { availability: 'wide' };
    const { content } = settle(priceForm, answers, reopenedMemory(priceForm, answers, context));
    expect(content.answers).toEqual(answers);
  });
});

test('a province of another country is emptied, and what hangs on it', () => {
  const place: Answers = { country: 'IRQ', admin1_pcode: 'IQG11', market_id: 'erbil' };
  const { content } = settle(visitForm, { ...place, country: 'AFG' });
  expect(content.answers['admin1_pcode']).toBeUndefined();
  expect(content.answers['country']).toBe('AFG');
});
