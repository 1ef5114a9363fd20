import type { Page } from 'playwright-core';
import type { Language } from '#shared/core/language.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import { isMissing } from '#shared/forms/answers.ts';
import { listCodes } from '#shared/forms/choices.ts';
import type { CountedKeyboard } from './keyboard.ts';
import { placeOf, typeUntilMarked } from './keyboard.ts';
import type { SheetRow } from './sheet.ts';
import { fieldOf, textOf } from './sheet.ts';

const MOST_STEPS = 60;

/** Types quotations on one page each by keyboard alone, with all that the form takes over or answers by digits. */
export async function typeOnPages(
  page: Page,
  keys: CountedKeyboard,
  rows: readonly SheetRow[],
  language: Language,
): Promise<void> {
  for (const row of rows) {
    const address = page.url();
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const { question } = await placeOf(page);
      // What the form says of an answer may stand between two questions.
      if (question === undefined) {
        await keys.press('Tab');
        continue;
      }
      await give(page, keys, question, row, language);
      if (question === 'quote_confidence') break;
    }
    await keys.press('Control+Enter');
    if (page.url() === address) await answerWarnings(page, keys, row);
    await page.waitForURL((url) => url.href !== address);
    await page.waitForFunction(
      () =>
        document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ===
        'product_id',
    );
  }
}

async function give(
  page: Page,
  keys: CountedKeyboard,
  question: string,
  row: SheetRow,
  language: Language,
): Promise<void> {
  const wanted = row[question];
  const field = fieldOf(question);
  if (wanted === undefined) return keys.press('Tab');
  if (isMissing(wanted)) {
    await keys.press('F4');
    return keys.press('Tab');
  }
  const words = textOf(question, wanted, language);
  const radio = page.locator(`[data-field="${question}"] input[type=radio]`);
  if ((await radio.count()) > 0 && 'choices' in field && 'codelist' in field.choices) {
    if (await radio.and(page.locator(`[value="${codeOf(wanted)}"]`)).isChecked())
      return keys.press('Enter');
    return keys.press(`Digit${listCodes(field.choices).indexOf(codeOf(wanted)) + 1}`);
  }
  const { text } = await placeOf(page);
  const digits = words.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));
  if (text !== words && text !== digits) {
    if ('choices' in field) await typeUntilMarked(page, keys, words);
    else await keys.type(words);
  }
  return keys.press('Enter');
}

/** An unusual price is typed again and explained, and the record finished once more. */
async function answerWarnings(page: Page, keys: CountedKeyboard, row: SheetRow): Promise<void> {
  const retype = page.locator('[data-field="price_amount"] input').nth(1);
  if ((await retype.count()) === 0) return;
  await retype.focus();
  await keys.type(textOf('price_amount', row['price_amount'], 'en'));
  await page.locator('[data-field="outlier_reason"] input').focus();
  await keys.type('در بازار دوباره پرسیده شد');
  await keys.press('Control+Enter');
}

function codeOf(value: AnswerValue): string {
  return typeof value === 'string' ? value : '';
}
