import { afterAll, describe, expect, test } from 'vitest';
import { surveyLists } from '#shared/forms/choices.ts';
import type { ListName } from '#shared/forms/choices.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { surveyFormIds, surveyForms } from '#shared/forms/definitions/catalogue.ts';
import type { Field } from '#shared/forms/field.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import type { Question } from './questionnaire.ts';
import { readChoices, readQuestions } from './questionnaire.ts';
import { listMeanings, relevantMeanings, unitMeanings } from './questionnaire-conditions.ts';
import { addedConstraints, constraintMeanings } from './questionnaire-constraints.ts';

const choices = readChoices();
const listNames = [...new Set(choices.map(({ list }) => list))];
const questions = surveyFormIds.flatMap((form) =>
  readQuestions(form).map((question) => ({ form, question })),
);
const companions = surveyFormIds.flatMap((form) =>
  Object.entries<Field>(surveyForms[form].fields)
    .filter(([, field]) => field.companionOf !== undefined)
    .map(([name]) => `${form}.${name}`),
);

function fieldOf(form: Form, name: string): Field {
  const field = form.fields[name];
  if (field === undefined) throw new Error(`the form ${form.id} has no field ${name}`);
  return field;
}

/** What a text of the questionnaire became; a text nobody gave a meaning fails the test that asks. */
function meaningOf<T>(meanings: Readonly<Record<string, T>>, text: string): T | undefined {
  if (text === '') return undefined;
  const meaning = Object.hasOwn(meanings, text) ? meanings[text] : undefined;
  if (meaning === undefined) throw new Error(`no meaning is known for “${text}”`);
  return meaning;
}

function expectedChoices({ list }: Question) {
  return Object.hasOwn(surveyLists, list)
    ? { codelist: list as ListName }
    : meaningOf(listMeanings, list);
}

afterAll(() => {
  console.log(
    `questionnaire compared: ${surveyFormIds.length} forms, ${questions.length} fields, ` +
      `${choices.length} choices in ${listNames.length} lists; ` +
      `${companions.length} fields beside them: ${companions.join(', ')}`,
  );
});

test('the questionnaire has 4 forms, 125 fields and 341 choices in 42 lists', () => {
  expect(surveyFormIds).toEqual(['visit', 'price', 'demand', 'competitor']);
  expect(questions).toHaveLength(125);
  expect(choices).toHaveLength(341);
  expect(listNames).toHaveLength(42);
});

describe.each(surveyFormIds)('the form %s', (form) => {
  const names = readQuestions(form).map(({ name }) => name);

  test('has the questions of the questionnaire in its order, and beside them only companions', () => {
    const own = Object.entries<Field>(surveyForms[form].fields);
    const asked = own.filter(([, field]) => field.companionOf === undefined);
    expect(asked.map(([name]) => name)).toEqual(names);
    for (const [name, field] of own) {
      if (field.companionOf === undefined) continue;
      expect(names, `${form}.${name} goes with a question`).toContain(field.companionOf);
    }
  });
});

test('records of a visit repeat in groups of their own and stay closed without consent', () => {
  const closed = { when: 'visit', answer: 'consent', in: ['no'] };
  expect(surveyForms.visit).not.toHaveProperty('repeat');
  expect(surveyForms.price).toMatchObject({ repeat: { group: 'price_quote' }, closed });
  expect(surveyForms.demand).toMatchObject({ repeat: { group: 'demand_item' }, closed });
  expect(surveyForms.competitor).toMatchObject({ repeat: { group: 'competitor_brand' }, closed });
});

describe.each(questions)('the question $form.$question.name', ({ form, question }) => {
  const definition: Form = surveyForms[form];

  test('has its type, its unit, its choices and is as compulsory as written', () => {
    const field = fieldOf(definition, question.name);
    expect(field.kind).toBe(question.type);
    expect(field.required).toBe(question.required === 'yes');
    expect(['', 'yes']).toContain(question.required);
    expect(field.unit).toEqual(meaningOf(unitMeanings, question.unit));
    expect('choices' in field ? field.choices : undefined).toEqual(expectedChoices(question));
  });

  test('has the constraints, warnings and calculation written for it, and no others', () => {
    const field = fieldOf(definition, question.name);
    const meaning = meaningOf(constraintMeanings, question.constraint);
    const added = addedConstraints[`${form}.${question.name}`] ?? [];
    expect(field.constraints ?? []).toEqual([...(meaning?.constraints ?? []), ...added]);
    expect(field).toMatchObject(meaning?.field ?? {});
    for (const companion of meaning?.companions ?? []) {
      expect(fieldOf(definition, companion).companionOf).toBe(question.name);
    }
  });

  test('is shown when the questionnaire says so', () => {
    const field = fieldOf(definition, question.name);
    const { relevant } = question;
    const inForm = `${form}: ${relevant}`;
    const text = Object.hasOwn(relevantMeanings, inForm) ? inForm : relevant;
    expect(field.shown).toEqual(meaningOf(relevantMeanings, text));
  });

  test('has the English and the Persian label', () => {
    expect(fieldTexts(form, question.name)).toMatchObject({
      en: question.label_en,
      fa: question.label_fa,
    });
  });
});

test.each(listNames)('the list %s has the choices and labels of the questionnaire', (list) => {
  const own = choices.filter((choice) => choice.list === list);
  const codes: Readonly<Record<string, readonly string[]>> = surveyLists;
  expect(codes[list]).toEqual(own.map(({ code }) => code));
  for (const { code, en, fa } of own) {
    expect(choiceLabel(list as ListName, code)).toMatchObject({ en, fa });
  }
});

test('no code list of the questionnaire was made up', () => {
  expect(Object.keys(surveyLists).toSorted()).toEqual(listNames.toSorted());
});

test('no meaning is kept for a text the questionnaire does not have', () => {
  function textsOf(column: 'constraint' | 'list' | 'unit') {
    return questions.map(({ question }) => question[column]);
  }
  const relevants = questions.flatMap(({ form, question }) => [
    question.relevant,
    `${form}: ${question.relevant}`,
  ]);
  expect(textsOf('constraint')).toEqual(expect.arrayContaining(Object.keys(constraintMeanings)));
  expect(textsOf('list')).toEqual(expect.arrayContaining(Object.keys(listMeanings)));
  expect(textsOf('unit')).toEqual(expect.arrayContaining(Object.keys(unitMeanings)));
  expect(relevants).toEqual(expect.arrayContaining(Object.keys(relevantMeanings)));
});
