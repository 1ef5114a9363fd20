import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { ServerProcess } from '../support/start-server.ts';
import { startSampleServer } from '../support/sample-server.ts';
import type { PlannedVisit } from './day-plan.ts';
import { beginVisit, fillRecords, fillVisit, goTo, openNewRecord } from './fill-records.ts';
import type { Laptop } from './laptop.ts';
import { openVault, passphraseOf } from '../support/begin-vault.ts';
import { enterAsSurveyor, openLaptop, outboxFigures, sendAll } from './laptop.ts';
import type { NetworkGate } from './network-gate.ts';
import { openNetworkGate } from './network-gate.ts';
import { readExport } from './read-export.ts';
import { correctReturned } from './correct-returned.ts';
import { recordsOnServer } from './server-count.ts';
import type { SupervisorDesk } from './supervisor.ts';
import {
  approveAll,
  exportApproved,
  openSupervisorDesk,
  returnFirst,
  waitingForReview,
} from './supervisor.ts';
import { persianNumber, typeAnswers } from './typist.ts';

/** Records counted at each station of the way; all are equal when nothing was lost and nothing doubled. */
export interface DayCounts {
  readonly typed: number;
  readonly afterKill: number;
  readonly onServer: number;
  readonly approved: number;
  readonly exported: number;
}

const ROWS_BEFORE_THE_KILL = 5;
// A push of the day's entries is some ten kilobytes: the server dies with the first of them in its hands.
const BYTES_BEFORE_THE_SERVER_DIES = 3000;
const DRAFT_DELAY_MS = 1000;

/**
 * A day in the bazaar on the built product, from typing without a network to the export, with everything that goes
 * wrong on such a day. Leaves pictures and the export in `folder`.
 */
export async function fieldDay(
  folder: string,
  browser: string,
  plan: readonly PlannedVisit[],
): Promise<DayCounts> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-field-day-'));
  function picture(page: Page, name: string): Promise<unknown> {
    return page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
  let server = await startSampleServer(path.join(scratch, 'server'));
  const gate = await openNetworkGate(server.port);
  let laptop = await openLaptop(path.join(scratch, 'surveyor'));
  const address = server.url;
  let desk: SupervisorDesk | undefined;
  try {
    await enterAsSurveyor(laptop.page, gate.address);
    gate.shut();
    const typing = await typeTheDay(laptop, path.join(scratch, 'surveyor'), plan, picture);
    laptop = await restart(typing.laptop, path.join(scratch, 'surveyor'));
    const [afterKill = 0] = await outboxFigures(laptop.page);
    await picture(laptop.page, '3-outbox-after-kill');

    server = await sendAcrossADyingServer(laptop, gate, server, path.join(scratch, 'server'));
    await picture(laptop.page, '4-outbox-sent');
    const onServer = (await recordsOnServer(address)).length;

    desk = await openSupervisorDesk(path.join(scratch, 'supervisor'), browser, address);
    await returnFirst(desk.page, 'لطفاً مشخصات کالا را دقیق‌تر بنویسید.');
    await picture(desk.page, '5-review');
    await approveAll(desk.page);
    await sendAll(desk.page);

    await sendAll(laptop.page);
    await correctReturned(laptop.page, (page) => picture(page, '6-returned'));
    await sendAll(laptop.page);

    await sendAll(desk.page);
    await goTo(desk.page, '/review');
    await waitingForReview(desk.page);
    await approveAll(desk.page);
    await sendAll(desk.page);
    const approved = (await recordsOnServer(address)).filter(({ review }) => review === 'approved');

    const file = path.join(folder, 'export.zip');
    await exportApproved(desk.page, file);
    await picture(desk.page, '7-export');
    const { rows } = readExport(file);
    return {
      typed: typing.typed,
      afterKill,
      onServer,
      approved: approved.length,
      exported: Object.values(rows).reduce((sum, { length }) => sum + length, 0),
    };
  } catch (error) {
    await picture(laptop.page, 'failed-laptop').catch(() => undefined);
    if (desk) await picture(desk.page, 'failed-desk').catch(() => undefined);
    throw error;
  } finally {
    await desk?.context.close();
    await laptop.app.kill();
    await gate.close();
    await server.end('SIGTERM');
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Typing {
  readonly laptop: Laptop;
  readonly typed: number;
}

type Picture = (page: Page, name: string) => Promise<unknown>;

async function typeTheDay(
  first: Laptop,
  userData: string,
  [visit, ...others]: readonly PlannedVisit[],
  picture: Picture,
): Promise<Typing> {
  if (!visit) throw new Error('nothing is planned');
  let typed = 0;
  async function count(): Promise<void> {
    typed += 1;
  }
  const address = await beginVisit(first.page, visit.header);
  await picture(first.page, '1-visit');
  await openNewRecord(first.page, address, 'price');
  await fillRecords(
    first.page,
    'price',
    visit.prices.slice(0, ROWS_BEFORE_THE_KILL),
    count,
    'next',
  );
  const laptop = await dieInMidRow(first, userData, visit, picture);
  const rest: PlannedVisit = { ...visit, prices: visit.prices.slice(ROWS_BEFORE_THE_KILL) };
  await fillVisit(laptop.page, address, rest, count, 'price is open');
  for (const other of others) {
    const next = await beginVisit(laptop.page, other.header);
    await fillVisit(laptop.page, next, other, count);
  }
  return { laptop, typed };
}

/** Types half a row, loses the laptop's power, and finds the half again. */
async function dieInMidRow(
  { app, page }: Laptop,
  userData: string,
  visit: PlannedVisit,
  picture: Picture,
): Promise<Laptop> {
  const row = visit.prices[ROWS_BEFORE_THE_KILL] ?? {};
  const { product_id, item_spec, price_amount } = row;
  if (typeof price_amount !== 'string' || typeof item_spec !== 'string' || !product_id) {
    throw new Error('the row in which the laptop dies has no price');
  }
  await typeAnswers(page, 'price', { product_id, item_spec, price_amount });
  await page.waitForTimeout(DRAFT_DELAY_MS);
  const route = new URL(page.url()).hash.slice(1);
  await app.kill();
  const laptop = await openLaptop(userData);
  await openVault(laptop.page, passphraseOf(page));
  await laptop.page.getByRole('navigation').first().waitFor();
  await goTo(laptop.page, route);
  const price = laptop.page.locator('[data-field="price_amount"] input').first();
  await price.waitFor();
  await picture(laptop.page, '2-row-found-again');
  const found = [
    await laptop.page.locator('[data-field="item_spec"]').getByRole('textbox').inputValue(),
    await price.inputValue(),
  ];
  const expected = [item_spec, persianNumber(price_amount)];
  if (found.join() !== expected.join()) {
    throw new Error(`after the kill the row says ${found.join()}, typed was ${expected.join()}`);
  }
  return laptop;
}

async function restart({ app, page }: Laptop, userData: string): Promise<Laptop> {
  await app.kill();
  const laptop = await openLaptop(userData);
  await openVault(laptop.page, passphraseOf(page));
  await laptop.page.getByRole('navigation').first().waitFor();
  return laptop;
}

async function sendAcrossADyingServer(
  { page }: Laptop,
  gate: NetworkGate,
  server: ServerProcess,
  dataFolder: string,
): Promise<ServerProcess> {
  const died = new Promise<void>((resolve) => {
    gate.afterBytes(BYTES_BEFORE_THE_SERVER_DIES, () => {
      void server.end('SIGKILL').then(() => resolve());
    });
  });
  gate.open();
  await page.getByRole('button', { name: 'فرستادن اکنون' }).click();
  await died;
  const again = await startSampleServer(dataFolder, { PORT: String(server.port) });
  await sendAll(page);
  return again;
}
