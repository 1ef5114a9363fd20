import type { Page } from '@playwright/test';
import type { FaultProxy, LineFault } from '../../support/fault-proxy.ts';
import { openFaultProxy } from '../../support/fault-proxy.ts';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit, fillVisit, goTo } from '../../demo/fill-records.ts';
import { enterAs, outboxFigures, sendAll } from '../../demo/laptop.ts';
import { recordsOnServer } from '../../demo/server-count.ts';
import { expect, test as base } from './shell-test.ts';
import { beginVault } from '../../support/begin-vault.ts';

// The built page in Chromium, the built server, and between them a line that does all that lines do.

const test = base.extend<{ line: FaultProxy }>({
  line: async ({ address }, give) => {
    const line = await openFaultProxy(Number(new URL(address).port));
    await give(line);
    line.close();
  },
});
test.use({ serverOf: 'faulty-line' });

const says = {
  unreachable: 'الان دسترسی به سرور نیست.',
  stranger: 'آنچه در این نشانی پاسخ می‌دهد سرور بازارنگار نیست.',
  slow: 'سرور دیر پاسخ داد.',
  busy: 'سرور الان سرش شلوغ است.',
  broken: 'در سرور مشکلی پیش آمد.',
  unread: 'بخشی از آنچه فرستاده یا گرفته شد خوانده نشد.',
} as const;

function answer(status: string, type: string, body: string): LineFault {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}`;
  return { does: 'answer', path: '/sync/', text: `${head}\r\nconnection: close\r\n\r\n${body}` };
}

const hotspot = '<!doctype html><title>Hotel</title><form action="/login">Room number</form>';
const push = { path: '/sync/push' } as const;
const pull = { path: '/sync/pull' } as const;

/** What happens, what the outbox says of it, and whether the server has everything then without the laptop knowing. */
interface Trial {
  readonly name: string;
  readonly fault: LineFault;
  readonly says: readonly string[];
}

const lost = [says.unreachable];
const changed = [says.stranger, says.unreachable];
const before: readonly Trial[] = [
  { name: 'nothing gets through', fault: { does: 'refuse' }, says: lost },
  { name: 'cut off in the request', fault: cut('request', 900), says: lost },
  {
    name: 'a hotspot’s page',
    fault: answer('200 OK', 'text/html', hotspot),
    says: [says.stranger],
  },
  {
    name: 'a redirect',
    fault: answer('302 Found\r\nlocation: /login', 'text/html', ''),
    says: [says.stranger],
  },
  { name: '500', fault: answer('500 Oops', 'text/plain', 'oops'), says: [says.broken] },
  { name: '502', fault: answer('502 Bad Gateway', 'text/html', '<h1>'), says: [says.busy] },
  { name: '503', fault: answer('503 Unavailable', 'text/plain', ''), says: [says.busy] },
  {
    name: 'bits turned in the request',
    fault: { does: 'garble', of: 'request', afterBytes: 1450, ...push },
    says: [says.unread],
  },
];
const after: readonly Trial[] = [
  // Chromium takes a head that ends early for a whole one.
  { name: 'cut off in the answer', fault: cut('answer', 30), says: changed },
  {
    name: 'bits turned in the answer',
    // What broke off is asked about before it is sent again.
    fault: { does: 'garble', of: 'answer', afterBytes: 0, path: '/sync/feeds' },
    says: [says.stranger],
  },
];

const receiving: readonly Trial[] = [
  {
    name: 'cut off',
    fault: { does: 'break', of: 'answer', afterBytes: 6000, ...pull },
    says: lost,
  },
  {
    name: 'bits turned',
    fault: { does: 'garble', of: 'answer', afterBytes: 6000, ...pull },
    says: [says.stranger],
  },
];

function cut(of: 'request' | 'answer', afterBytes: number): LineFault {
  return { does: 'break', of, afterBytes, ...push };
}

/** Tries to send over a line with a fault, and waits until the outbox says what is in the way. */
async function tryToSend(
  page: Page,
  line: FaultProxy,
  { fault, says: told }: Trial,
): Promise<void> {
  const { met } = line;
  // A line that is whole again at once is got over by the browser’s own second try, and nobody hears of it.
  line.fault =
    fault.does === 'break' ? { ...fault, broken: () => (line.fault = { does: 'refuse' }) } : fault;
  const send = page.getByRole('button', { name: 'فرستادن اکنون' });
  // A try that the app makes by itself just then turns the button into one that stops it.
  await expect(async () => {
    await send.click({ timeout: 2000 });
    expect(line.met).toBeGreaterThan(met);
    await expectTold(page, told);
  }).toPass();
}

async function expectTold(page: Page, told: readonly string[]): Promise<void> {
  const main = page.getByRole('main');
  const found = told.map((text) => main.getByText(text));
  await expect(found.reduce((any, one) => any.or(one)).first()).toBeVisible({ timeout: 5000 });
}

test('whatever the line does to the page, it says so, keeps everything, and in the end all is there once', async ({
  page,
  line,
  address,
}) => {
  test.setTimeout(240_000);
  await page.clock.install();
  await page.goto(line.url);
  await beginVault(page, 'فارسی');
  await enterAs(page, 'کارشناس میدانی ۱');

  line.fault = { does: 'refuse' };
  const [plan] = dayPlan(1);
  if (!plan) throw new Error('nothing is planned');
  const visit = await beginVisit(page, plan.header);
  const short = { ...plan, prices: plan.prices.slice(0, 2), demands: [], competitors: [] };
  await fillVisit(page, visit, short, async () => {});
  // Three records, and their two photos.
  const waiting = await outboxFigures(page);
  expect(waiting).toEqual([3, 5, 0]);

  for (const trial of before) {
    await test.step(trial.name, async () => {
      await tryToSend(page, line, trial);
      expect(await outboxFigures(page)).toEqual(waiting);
    });
  }
  for (const trial of after) {
    await test.step(trial.name, async () => {
      await tryToSend(page, line, trial);
      expect((await outboxFigures(page))[0]).toBe(3);
    });
  }
  await test.step('standing still', async () => {
    const { met } = line;
    line.fault = { does: 'stall', of: 'answer', afterBytes: 10, ...pull };
    await expect(async () => {
      await page.getByRole('button', { name: 'فرستادن اکنون' }).click({ timeout: 2000 });
      await expect.poll(() => line.met, { timeout: 5000 }).toBeGreaterThan(met);
    }).toPass();
    await page.clock.fastForward(46_000);
    await expectTold(page, [says.slow]);
  });

  line.fault = undefined;
  await sendAll(page);
  expect(await outboxFigures(page)).toEqual([3, 0, 3]);
  const there = await recordsOnServer(address.replace(/\/$/, ''));
  expect(there.map(({ kind }) => kind).toSorted()).toEqual(['price', 'price', 'visit']);
});

test('what others wrote is taken in whole or not at all over a line that cuts and turns bits', async ({
  page,
  line,
}) => {
  await page.goto(line.url);
  await beginVault(page, 'فارسی');
  line.fault = { does: 'stall', of: 'answer', afterBytes: 0, ...pull };
  await page.getByRole('button', { name: 'سرپرست' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'فرستادنی‌ها' }).waitFor();
  await goTo(page, '/outbox');
  await expect.poll(() => line.met).toBeGreaterThan(0);
  line.breakAll();
  for (const trial of receiving) {
    await test.step(trial.name, async () => tryToSend(page, line, trial));
  }
  line.fault = undefined;
  await sendAll(page);
  await goTo(page, '/visits');
  await page.getByRole('button', { name: 'بازدید تازه' }).click();
  await page.locator('[data-field="market_id"]').waitFor();
});
