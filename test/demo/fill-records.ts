import type { Page } from 'playwright-core';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { PlannedVisit } from './day-plan.ts';
import type { GivenAnswers } from './typist.ts';
import { typeAnswers } from './typist.ts';

type PartKind = Exclude<SurveyFormId, 'visit'>;

/** Hears of each record as it is finished, and may stop the typing before the next. */
export type OnRecord = (page: Page) => Promise<void>;

const tabKeys: Readonly<Record<SurveyFormId, string>> = {
  visit: 'Alt+Digit1',
  price: 'Alt+Digit2',
  demand: 'Alt+Digit3',
  competitor: 'Alt+Digit4',
};

const newRecordWords: Readonly<Record<PartKind, string>> = {
  price: 'قیمت تازه',
  demand: 'تقاضای تازه',
  competitor: 'رقیب تازه',
};

/** Begins a visit from the list of visits and types its header; answers the visit's address. */
export async function beginVisit(page: Page, header: GivenAnswers): Promise<string> {
  await goTo(page, '/visits');
  await page.getByRole('button', { name: 'بازدید تازه' }).waitFor();
  await page.keyboard.press('Alt+KeyN');
  await page.waitForURL(/#\/visits\/[0-9a-f-]{36}/);
  await typeAnswers(page, 'visit', header);
  return /#(\/visits\/[0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Opens the form of a new record of a visit, from whatever screen is open. */
export async function openNewRecord(page: Page, visit: string, kind: PartKind): Promise<void> {
  await goTo(page, visit);
  await page.getByRole('tab').first().waitFor();
  await page.keyboard.press(tabKeys[kind]);
  await page.getByRole('button', { name: newRecordWords[kind] }).waitFor();
  await page.keyboard.press('Alt+KeyN');
  await page.locator('[data-field="product_id"]').waitFor();
}

/** Types records of one kind one after the other and finishes each. */
export async function fillRecords(
  page: Page,
  kind: PartKind,
  records: readonly GivenAnswers[],
  onRecord: OnRecord,
  then: 'next' | 'list' = 'list',
): Promise<void> {
  for (const [index, answers] of records.entries()) {
    await page.locator('[data-field="product_id"]').waitFor();
    await typeAnswers(page, kind, answers);
    const before = page.url();
    const isLast = index === records.length - 1 && then === 'list';
    await finishForm(page, isLast ? 'Control+Shift+Enter' : 'Control+Enter');
    await page.waitForURL((url) => url.href !== before);
    await onRecord(page);
  }
}

/** Finishes a visit from its header. */
async function finishVisit(page: Page, visit: string): Promise<void> {
  await goTo(page, visit);
  await page.getByRole('tab').first().waitFor();
  await page.keyboard.press(tabKeys.visit);
  await page.locator('[data-field="outlet_name"]').waitFor();
  await finishForm(page, 'Control+Enter');
  await page.waitForURL((url) => url.hash === '#/visits');
}

/** Types all the records of a planned visit, whose header is typed already, and finishes it. */
export async function fillVisit(
  page: Page,
  visit: string,
  plan: PlannedVisit,
  onRecord: OnRecord,
  begin: 'from the visit' | 'price is open' = 'from the visit',
): Promise<void> {
  for (const [kind, records] of [
    ['price', plan.prices],
    ['demand', plan.demands],
    ['competitor', plan.competitors],
  ] as const) {
    if (records.length === 0) continue;
    if (kind !== 'price' || begin === 'from the visit') await openNewRecord(page, visit, kind);
    await fillRecords(page, kind, records, onRecord);
  }
  await finishVisit(page, visit);
  await onRecord(page);
}

/** Finishes the form on the page; a warning is answered with a reason, an error ends the day. */
async function finishForm(page: Page, keys: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(keys);
  const summary = page.locator('form section[role=alert]');
  const gone = page.waitForURL((url) => url.href !== before).then(() => 'done');
  const stopped = summary.waitFor().then(() => 'stopped');
  const end = await Promise.race([gone, stopped]);
  for (const lost of [gone, stopped]) lost.catch(() => undefined);
  if (end === 'done') return;
  const reasons = page.getByPlaceholder('چرا با این حال درست است؟');
  const count = await reasons.count();
  if (count === 0) throw new Error(`the form cannot be finished: ${await summary.innerText()}`);
  for (let index = 0; index < count; index++) {
    await reasons.nth(index).fill('در همین بازدید دیده و دوباره پرسیده شد');
  }
  await page.keyboard.press(keys);
}

/** Goes to a screen by its address. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
}
