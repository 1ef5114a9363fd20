import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';
import { ensureBrowser } from '../../build/ensure-browser.ts';
import { themes } from '../../renderer/i18n/preferences.ts';
import { startSampleServer } from '../support/sample-server.ts';
import { sendVisits } from '../e2e/web/survey-records.ts';
import { openVault } from '../support/begin-vault.ts';
import { takeDesktopStart, takeFirstStart } from './first-start.ts';
import { prepareScreens } from './prepare-screens.ts';
import type { ShownRole } from './prepare-screens.ts';
import type { Screen } from './screen.ts';
import { settle } from './screen.ts';
import { writeIndex } from './write-index.ts';

// npm run screens [-- <screen or language or theme> …]: every screen in every language and look, into out/screens; axe looks at each.

const root = path.resolve(import.meta.dirname, '../..');
const out = path.join(root, 'out/screens');
const looks = themes.filter((theme) => theme !== 'system');
type Look = (typeof looks)[number];
const asked = process.argv.slice(2);

interface Shot {
  readonly screen: string;
  readonly language: Language;
  readonly look: Look;
  /** What axe calls serious or critical, by rule and place. */
  readonly faults: readonly string[];
  /** How many px the page is wider than its window. */
  readonly overhang: number;
}

const shots: Shot[] = [];

async function run(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
  const executablePath = await ensureBrowser();
  const isRoot = process.getuid?.() === 0;
  // A camera of moving colours, for which nobody is asked.
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const args = [...camera, ...(isRoot ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  const server = await startSampleServer(folder);
  try {
    const address = `${server.url}/`;
    await sendVisits(address, visitsToReview);
    await shootFirstStart(browser, address);
    for (const role of ['surveyor', 'supervisor'] as const) {
      await shootRole(browser, address, role);
    }
  } finally {
    await browser.close();
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  writeIndex(out, [...new Set(shots.map(({ screen }) => screen))], looks);
  report();
}

const visitsToReview = [
  {
    market: 'herat',
    outlet: 'فروشگاه نمونهٔ یک',
    prices: [
      { product: 'rice', spec: 'برنج مرغوب، فله', amount: '88' },
      { product: 'sugar', spec: 'شکر سفید، فله', amount: '520', reason: 'فروشنده فاکتور نشان داد' },
    ],
  },
] as const;

/** What is shown before there is anything to choose a look with: the look is the system's. */
async function shootFirstStart(browser: Browser, address: string): Promise<void> {
  for (const language of wanted(languages)) {
    const page = await newPage(browser);
    await page.goto(address);
    await takeFirstStart(page, language, takeIn(language));
    await page.context().close();
    await takeDesktopStart(root, language, takeIn(language));
  }
}

/** Takes a screen in the looks a system has. */
function takeIn(language: Language) {
  return async (page: Page, screen: string): Promise<void> => {
    if (!isWanted({ name: screen })) return;
    for (const look of wanted(['light', 'dark'] as const)) {
      await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
      await shoot(page, screen, language, look);
    }
  };
}

async function shootRole(browser: Browser, address: string, role: ShownRole): Promise<void> {
  const page = await newPage(browser);
  const screens = await prepareScreens(page, address, role);
  for (const language of wanted(languages)) {
    for (const look of wanted(looks)) {
      await choose(page, language, look);
      for (const screen of screens) {
        if (!isWanted(screen)) continue;
        const name = `${role}-${screen.name}`;
        try {
          await screen.open(page);
          await shoot(page, name, language, look);
          await screen.leave?.(page);
        } catch (error) {
          // The others are taken all the same.
          shots.push({ screen: name, language, look, faults: [String(error)], overhang: 0 });
          await page.reload();
          await openVault(page);
        }
      }
    }
  }
  await page.context().close();
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function choose(page: Page, language: Language, look: Look): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  for (const value of [language, look]) {
    await page.locator(`main input[type=radio][value="${value}"]`).check({ force: true });
  }
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
}

async function shoot(page: Page, screen: string, language: Language, look: Look): Promise<void> {
  await settle(page);
  const folder = path.join(out, screen);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${language}-${look}.png`) });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  shots.push({ screen, language, look, faults, overhang });
}

function wanted<T extends string>(all: readonly T[]): readonly T[] {
  const some = all.filter((one) => asked.includes(one));
  return some.length > 0 ? some : all;
}

function isWanted({ name }: Pick<Screen, 'name'>): boolean {
  const others = new Set<string>([...languages, ...themes]);
  const named = asked.filter((one) => !others.has(one));
  return named.length === 0 || named.includes(name);
}

function report(): void {
  const faulty = shots.filter(({ faults, overhang }) => faults.length > 0 || overhang > 0);
  for (const { screen, language, look, faults, overhang } of faulty) {
    const wide = overhang > 0 ? [`${overhang} px wider than its window`] : [];
    console.log(`${screen} ${language} ${look}: ${[...faults, ...wide].join('; ')}`);
  }
  writeFileSync(path.join(out, 'shots.json'), `${JSON.stringify(shots, null, 2)}\n`);
  console.log(`${shots.length} screens in out/screens, ${faulty.length} with a fault`);
  process.exitCode = faulty.length === 0 ? 0 : 1;
}

await run();
