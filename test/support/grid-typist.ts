import type { Page } from 'playwright-core';
import type { Language } from '#shared/core/language.ts';
import { isMissing } from '#shared/forms/answers.ts';
import { listCodes } from '#shared/forms/choices.ts';
import type { CountedKeyboard } from './keyboard.ts';
import { placeOf, typeUntilMarked } from './keyboard.ts';
import type { SheetRow } from './sheet.ts';
import { fieldOf, textOf } from './sheet.ts';

const MOST_STEPS = 60;
/** Lists up to this length are answered with a digit. */
const SHORT_LIST = 9;

/** Types quotations into the open grid by keyboard alone, from the cell that has the keyboard on; throws where it comes no further. */
export async function typeIntoGrid(
  page: Page,
  keys: CountedKeyboard,
  rows: readonly SheetRow[],
  language: Language,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    await typeRow(page, keys, { row, above: rows[index - 1], language });
  }
}

interface Task {
  readonly row: SheetRow;
  readonly above: SheetRow | undefined;
  readonly language: Language;
}

async function typeRow(page: Page, keys: CountedKeyboard, task: Task): Promise<void> {
  const { row: id } = await placeOf(page);
  if (id === undefined) throw new Error('the keyboard is in no row of the grid');
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const place = await placeOf(page);
    if (place.row !== undefined && place.row !== id) return;
    if (place.column !== undefined) await giveCell(page, keys, id, place.column, task);
    else if (place.question !== undefined) await giveQuestion(keys, place.question, task);
    else throw new Error('the keyboard is nowhere');
  }
  throw new Error(`a row was not finished: ${JSON.stringify(task.row)}`);
}

async function giveCell(
  page: Page,
  keys: CountedKeyboard,
  id: string,
  column: string,
  { row, above, language }: Task,
): Promise<void> {
  const wanted = row[column];
  const field = fieldOf(column);
  if (await isGiven(page, id, column, row, language)) return keys.press('Enter');
  if (isMissing(wanted)) await keys.press('F4');
  else if (
    'choices' in field &&
    'codelist' in field.choices &&
    listCodes(field.choices).length <= SHORT_LIST
  ) {
    const digit = listCodes(field.choices).findIndex((code) => code === wanted) + 1;
    return keys.press(`Digit${digit}`);
  } else if (await isProposed(page, textOf(column, wanted, language))) return keys.press('Enter');
  else if (above && above[column] === wanted) return keys.press('Control+KeyD');
  else if ('choices' in field) await typeUntilMarked(page, keys, textOf(column, wanted, language));
  else await keys.type(textOf(column, wanted, language));
  // A cell that was filled by itself and is not right is gone to with Tab: Enter would pass it by.
  const next = await wrongAfter(page, id, column, row, language);
  return next === undefined ? keys.press('Enter') : tabs(keys, next);
}

/** Whether the empty cell with the keyboard shows that text as what Enter takes. */
async function isProposed(page: Page, text: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const field = document.activeElement;
    return (
      field instanceof HTMLInputElement &&
      field.value === '' &&
      // A name of the other direction stands in marks that isolate it.
      field.placeholder.replaceAll(/[\u2066-\u2069]/g, '') === `${wanted} (Enter)`
    );
  }, text);
}

async function tabs(keys: CountedKeyboard, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await keys.press('Tab');
}

/** How many cells on the next one is that was filled by itself and is not right. */
async function wrongAfter(
  page: Page,
  id: string,
  column: string,
  row: SheetRow,
  language: Language,
): Promise<number | undefined> {
  const cells = await readCells(page, id);
  const from = cells.findIndex((cell) => cell.column === column);
  const after = cells.slice(from + 1).filter(({ isAsked }) => isAsked);
  const wrong = after.findIndex(
    ({ column: name, text }) => text !== '' && text !== shown(name, row, language),
  );
  const open = after.findIndex(({ text }) => text === '');
  return wrong < 0 || (open >= 0 && open < wrong) ? undefined : wrong + 1;
}

async function isGiven(
  page: Page,
  id: string,
  column: string,
  row: SheetRow,
  language: Language,
): Promise<boolean> {
  const cell = (await readCells(page, id)).find((each) => each.column === column);
  return cell !== undefined && cell.text !== '' && cell.text === shown(column, row, language);
}

function shown(column: string, row: SheetRow, language: Language): string {
  const text = textOf(column, row[column], language);
  if (fieldOf(column).kind !== 'decimal' || language !== 'fa') return text;
  return text.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))).replace('.', '٫');
}

interface ReadCell {
  readonly column: string;
  readonly text: string;
  readonly isAsked: boolean;
}

/** The cells of a row as they stand on the screen. */
async function readCells(page: Page, id: string): Promise<readonly ReadCell[]> {
  return page.evaluate((row) => {
    const cells = document.querySelectorAll<HTMLElement>(`[data-row="${row}"] [data-column]`);
    return [...cells].map((cell) => {
      const input = cell.querySelector('input');
      const words = cell.querySelector('bdi');
      return {
        column: cell.dataset['column'] ?? '',
        text: input ? input.value : (words?.textContent ?? ''),
        isAsked: input !== null || words !== null,
      };
    });
  }, id);
}

async function giveQuestion(keys: CountedKeyboard, question: string, { row }: Task): Promise<void> {
  const wanted = row[question];
  // A photo is asked of one record in ten; it may be added later.
  if (fieldOf(question).kind === 'image') return keys.press('Control+Enter');
  if (isMissing(wanted)) await keys.press('F4');
  else if (question === 'outlier_reason') await keys.type('در بازار دوباره پرسیده شد');
  else if (typeof wanted === 'string') await keys.type(wanted);
  return keys.press('Enter');
}
