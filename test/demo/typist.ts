import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { toDigitSet } from '#shared/core/digits.ts';
import type { Choices } from '#shared/forms/choices.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { surveyForms } from '#shared/forms/definitions/catalogue.ts';
import type { Field } from '#shared/forms/field.ts';
import { persianWords } from './persian-words.ts';

/** What a person gives to a question: a text or number, a code, several codes, or a number of photos. */
export type Given = string | readonly string[] | { readonly photo: string };
/** Answers by field. */
export type GivenAnswers = Readonly<Record<string, Given>>;

/** Types answers into the form on the page as a person does, in Persian with Persian digits; throws where a question is not there. */
export async function typeAnswers(
  page: Page,
  formId: SurveyFormId,
  answers: GivenAnswers,
): Promise<void> {
  const fields: Readonly<Record<string, Field>> = surveyForms[formId].fields;
  for (const [name, field] of Object.entries(fields)) {
    const given = answers[name];
    if (given === undefined) continue;
    const question = page.locator(`[data-field="${name}"]`);
    // Optional questions lie folded until somebody asks for them.
    if ((await question.count()) === 0) await page.keyboard.press('Alt+KeyM');
    await question.waitFor({ timeout: 10_000 }).catch(() => {
      throw new Error(`the question ${formId}.${name} is not on the screen`);
    });
    await giveAnswer(question, field, given);
  }
}

async function giveAnswer(question: Locator, field: Field, given: Given): Promise<void> {
  if (typeof given === 'object' && 'photo' in given) {
    await question.locator('input[type=file][accept]').setInputFiles(path.resolve(given.photo));
    await question.locator('img').first().waitFor();
    return;
  }
  const codes = typeof given === 'string' ? [given] : given;
  if (!('choices' in field)) return typeText(question, field, codes.join(' '));
  for (const code of codes) await choose(question, field.choices, code);
  return undefined;
}

async function choose(question: Locator, choices: Choices, code: string): Promise<void> {
  const box = question.locator(`input[value="${code}"]`);
  if ((await box.count()) > 0) {
    await box.check();
    return;
  }
  const words = persianWords(choices, code);
  const input = question.getByRole('combobox');
  if ((await input.inputValue()) === words) return;
  await input.fill(words);
  await question
    .getByRole('option')
    .filter({ has: question.page().getByText(words, { exact: true }) })
    .first()
    .click();
}

async function typeText(question: Locator, field: Field, text: string): Promise<void> {
  const isNumber = field.kind === 'decimal' || field.kind === 'integer';
  const input = question.locator('input:not([type=file]), textarea').first();
  await input.fill('');
  await input.pressSequentially(isNumber ? persianNumber(text) : text);
}

/** A number as it is typed on a Persian keyboard. */
export function persianNumber(decimal: string): string {
  return toDigitSet(decimal.replace('.', '٫'), 'arabext');
}
