import type { Browser, BrowserContext } from '@playwright/test';
import { chromium } from '@playwright/test';
import { pagePolicy } from '#shared/desktop/page-policy.ts';
import { findBrowser } from '../../../build/find-browser.ts';
import { pieces } from '../../../renderer/db/pieces.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';
import { exfiltrationChannels } from '../../support/exfiltration-channels.ts';
import { EMPTY_PAGE, openSink, tryOf } from '../../support/exfiltration-sink.ts';
import { expect, test, tongues } from './shell-test.ts';

interface Leaks {
  readonly channels: readonly string[];
  /** How many connections there were, whatever came over them. */
  readonly connections: number;
}

// So many pages are opened together: most of a try is waiting for what may come.
const TOGETHER = 6;

/** Which channels reach the sink, each from a page of its own that is served with `policy`. */
async function leaksOf(browser: Browser, policy: string): Promise<Leaks> {
  const sink = await openSink();
  const place = `http://127.0.0.1:${sink.http}/`;

  async function tryOut(context: BrowserContext, channel: string, act: string): Promise<void> {
    const page = await context.newPage();
    // With rules the page itself comes without a network, as in the desktop app.
    if (policy !== '') {
      const headers = { 'content-security-policy': policy };
      await page.route(place, (route) =>
        route.fulfill({ contentType: 'text/html', headers, body: EMPTY_PAGE }),
      );
    }
    await page.goto(place);
    const address = `${place}${encodeURIComponent(channel)}`;
    await page.evaluate(tryOf(act, address, sink.udp)).catch(() => undefined);
    await page.waitForTimeout(500);
    await page.close();
  }

  try {
    for (const some of pieces(Object.entries(exfiltrationChannels), TOGETHER)) {
      const context = await browser.newContext();
      await Promise.all(some.map(([channel, act]) => tryOut(context, channel, act)));
      await context.close();
    }
    const channels = Object.keys(exfiltrationChannels).filter((channel) => sink.seen.has(channel));
    return { channels, connections: sink.connections() };
  } finally {
    sink.close();
  }
}

// What security.ts sets on Electron's session, as Chromium's own switches.
const noWebRtc = [
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];
const deadProxy = '--proxy-server=http=127.0.0.1:9;https=127.0.0.1:9';

async function launchWith(args: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser();
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [...(isRoot ? ['--no-sandbox'] : []), ...args],
  });
}

test('thirty ways out are open in a page without rules, and none in a page with the app’s: policy, dead proxy, WebRTC', async () => {
  test.setTimeout(180_000);
  expect(Object.keys(exfiltrationChannels).length).toBeGreaterThanOrEqual(30);
  const open = await launchWith([]);
  const leaking = await leaksOf(open, '');
  await open.close();
  // The test itself can see a leak: most channels arrive where nothing forbids them.
  expect(leaking.channels.length).toBeGreaterThanOrEqual(25);
  expect(leaking.channels).toEqual(
    expect.arrayContaining(['fetch', 'location', 'second window', 'webrtc']),
  );

  const closed = await launchWith([deadProxy, '--proxy-bypass-list=<-loopback>', ...noWebRtc]);
  const leaks = await leaksOf(closed, pagePolicy('desktop'));
  await closed.close();
  expect(leaks).toEqual({ channels: [], connections: 0 });
});

test('nor in the product itself, opened and signed in: only its own server is reached', async ({
  address,
}) => {
  test.setTimeout(180_000);
  // These leave the page, or try to: each gets it anew.
  const leaving: ReadonlySet<string> = new Set(['form', 'location', 'meta refresh']);
  const channels = Object.entries(exfiltrationChannels);
  const sink = await openSink();
  const own = new URL(address).host;
  const bypass = `--proxy-bypass-list=<-loopback>;${own}`;
  const browser = await launchWith([deadProxy, bypass, ...noWebRtc]);
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await beginVault(page, tongues.fa.language);
    await page.getByRole('button', { name: tongues.fa.surveyor }).click();
    const navigation = page.getByRole('navigation').first();
    await navigation.waitFor();
    for (const [channel, act] of channels.filter(([name]) => !leaving.has(name))) {
      const place = `http://127.0.0.1:${sink.http}/${encodeURIComponent(channel)}`;
      await page.evaluate(tryOf(act, place, sink.udp)).catch(() => undefined);
    }
    await page.waitForTimeout(1500);
    // Still the product, and not a page that something has led away from it.
    await expect(navigation).toBeVisible();
    for (const [channel, act] of channels.filter(([name]) => leaving.has(name))) {
      const place = `http://127.0.0.1:${sink.http}/${encodeURIComponent(channel)}`;
      await page.evaluate(tryOf(act, place, sink.udp)).catch(() => undefined);
      await page.waitForTimeout(500);
      await page.goto(address).catch(() => undefined);
      await openVault(page);
      await navigation.waitFor();
    }
    expect([...sink.seen]).toEqual([]);
    expect(sink.connections()).toBe(0);
  } finally {
    await browser.close();
    sink.close();
  }
});
