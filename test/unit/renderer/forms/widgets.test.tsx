import type { JSX } from 'react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '#shared/forms/answers.ts';
import { formOf, surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { Field, FieldKind, FieldOfKind } from '#shared/forms/field.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import { valueSchema } from '#shared/forms/value-schema.ts';
import type { FormAid } from '../../../../renderer/forms/form-aid.ts';
import { FormAidContext } from '../../../../renderer/forms/form-aid.ts';
import { createOptionSource } from '../../../../renderer/forms/option-source.ts';
import { renderWidget } from '../../../../renderer/forms/widgets/render-widget.tsx';
import type { ComboboxOption } from '../../../../renderer/ui/combobox-search.ts';
import { makeContext } from '../../../support/form-context.ts';
import { find, mount } from '../../../support/mount.tsx';
import { sampleFormRegisters } from './sample-form-registers.ts';
import { leave, pressKey, typedAnswers, typeText, within } from './type-answer.ts';

const aid: FormAid = {
  suggestions: () => [],
  photos: {
    keep: () => Promise.reject(new Error('no photo is added here')),
    read: () => Promise.reject(new Error('no photo is shown here')),
    mayKeepPlace: () => false,
    keepsOriginals: () => false,
    moment: () => {
      throw new Error('no photo is added here');
    },
  },
};
const records: readonly ComboboxOption[] = [
  { value: '018f3a5e-7c11-7000-8000-00000000000a', label: 'A' },
  { value: '018f3a5e-7c11-7000-8000-00000000000b', label: 'B' },
];
const optionsOf = createOptionSource(sampleFormRegisters, 'fa', records);

interface Answer {
  value: AnswerValue | undefined;
  raw: string | undefined;
}

function Harness(props: {
  readonly name: string;
  readonly field: Field;
  readonly options: readonly ComboboxOption[];
  readonly answer: Answer;
}): JSX.Element {
  const { name, field, options, answer } = props;
  const [shown, setShown] = useState<Answer>(answer);
  return (
    <FormAidContext value={aid}>
      <div data-field={name}>
        {renderWidget<FieldKind>({
          name,
          field,
          value: shown.value,
          raw: shown.raw,
          frame: { label: name },
          options,
          rows: field.kind === 'grid' ? field.rows.map((row) => ({ value: row, label: row })) : [],
          unit: undefined,
          onAnswer: (value, raw) => {
            Object.assign(answer, { value, raw });
            setShown({ value, raw });
          },
          onNext: () => {},
        })}
      </div>
    </FormAidContext>
  );
}

async function show(name: string, field: Field, start: Answer): Promise<Answer> {
  const options = optionsOf(name, field, { ...makeContext(), answers: {} });
  await mount(<Harness key={name} name={name} field={field} options={options} answer={start} />);
  return start;
}

function typing<K extends FieldKind>(field: FieldOfKind<K>, options: readonly ComboboxOption[]) {
  return typedAnswers[field.kind](field, options);
}

const questions = surveyFormIds.flatMap((form) =>
  Object.entries(formOf(form).fields).map(([name, field]) => ({ form, name, field })),
);

describe('a question of every form', () => {
  test('is asked once for each field: 4 forms have the fields of the questionnaire', () => {
    expect(questions.length).toBeGreaterThanOrEqual(125);
    for (const { form, name } of questions) expect(fieldTexts(form, name)?.fa).toBeTruthy();
  });

  test.each(questions)('$form: $name keeps what was meant', async (question) => {
    const { name, field } = question;
    const answer = await show(name, field, { value: undefined, raw: undefined });
    const options = optionsOf(name, field, { ...makeContext(), answers: {} });
    const [expected, type] = typing(field, options);
    const root = find(`[data-field="${name}"]`);
    await type(root);
    await leave();
    expect(answer.value).toEqual(expected);
    expect(answer.raw).toBeUndefined();
    expect(valueSchema(field).optional().safeParse(answer.value).success).toBe(true);
  });
});

function shownText(): string | undefined {
  return document.querySelector('input')?.value;
}

describe('a number', () => {
  const price: Field = { kind: 'decimal', required: true, answeredBy: 'respondent', section: 's' };

  test.each([
    ['۱۲۳۴۵۶', '123456'],
    ['١٢٣٬٤٥٦', '123456'],
    ['123,456,000', '123456000'],
    ['۱۲/۵', '12.5'],
    ['۱۲3٤', '1234'],
    ['12.50', '12.5'],
  ])('typed as %s is stored as %s', async (typed, stored) => {
    const answer = await show('price', price, { value: undefined, raw: undefined });
    await typeText(find('input'), typed);
    expect(answer).toEqual({ value: stored, raw: undefined });
  });

  test('with two honest readings is asked back, and one key answers it', async () => {
    const answer = await show('price', price, { value: undefined, raw: undefined });
    await typeText(find('input'), '1.500');
    expect(answer).toEqual({ value: undefined, raw: '1.500' });
    const root = find('[data-field=price]');
    const [asDecimal, asGrouped] = root.querySelectorAll('button');
    expect([asDecimal?.textContent, asGrouped?.textContent]).toEqual(['۱۱٫۵ ', '۲۱٬۵۰۰ ']);
    await pressKey(within(root, 'button'), '۲');
    expect(answer).toEqual({ value: '1500', raw: undefined });
  });

  test('that is none is kept as it was typed, and said', async () => {
    const answer = await show('price', price, { value: '5', raw: undefined });
    await typeText(find('input'), 'ده هزار');
    await leave();
    expect(answer).toEqual({ value: undefined, raw: 'ده هزار' });
    expect(shownText()).toBe('ده هزار');
    expect(document.body.textContent).toContain('این عدد نیست');
  });

  test('that was kept as text comes back as text', async () => {
    await show('price', price, { value: undefined, raw: '۲۵ هزا' });
    expect(shownText()).toBe('۲۵ هزا');
  });
});

describe('a day', () => {
  const day: Field = { kind: 'date', required: true, answeredBy: 'respondent', section: 's' };

  test('typed day first is the same day as typed year first', async () => {
    const answer = await show('day', day, { value: undefined, raw: undefined });
    await typeText(find('input'), '۲۷/۱۱/۲۰۲۶');
    await leave();
    expect(answer).toEqual({ value: '2026-11-27', raw: undefined });
    expect(shownText()).toBe('۱۴۰۵/۰۹/۰۶');
  });

  test('with a year of two digits is kept as it was typed, and its year is asked for when the field is left', async () => {
    const answer = await show('day', day, { value: '2026-11-27', raw: undefined });
    await typeText(find('input'), '22/11/26');
    expect(document.body.textContent).not.toContain('چهاررقمی');
    await leave();
    expect(answer).toEqual({ value: undefined, raw: '22/11/26' });
    expect(shownText()).toBe('22/11/26');
    expect(document.body.textContent).toContain('سال را چهاررقمی بنویسید');
  });
});
