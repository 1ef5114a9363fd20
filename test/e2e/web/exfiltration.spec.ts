import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from '@playwright/test';
import { chromium, expect, test } from '@playwright/test';
import { pagePolicy } from '#shared/desktop/page-policy.ts';
import { findBrowser } from '../../../build/find-browser.ts';
import { pieces } from '../../../renderer/db/pieces.ts';
import { exfiltrationChannels } from '../../support/exfiltration-channels.ts';

/** What listens for whoever comes: over HTTP with the name of the channel as its path, and over UDP. */
async function openSink() {
  const seen = new Set<string>();
  let connections = 0;
  const http = createServer((request, response) => {
    seen.add(decodeURIComponent((request.url ?? '/').slice(1)));
    response.setHeader('content-type', 'text/html');
    response.end(request.url === '/' ? HTML : '');
  });
  http.on('upgrade', (request, socket) => {
    seen.add(decodeURIComponent((request.url ?? '/').slice(1)));
    socket.destroy();
  });
  http.on('connection', () => {
    connections += 1;
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const udp = createSocket('udp4', () => seen.add('webrtc'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  return {
    seen,
    connections: () => connections,
    http: (http.address() as AddressInfo).port,
    udp: udp.address().port,
    close() {
      http.closeAllConnections();
      http.close();
      udp.close();
    },
  };
}

const HTML = '<!doctype html><title>x</title><body></body>';

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
        route.fulfill({ contentType: 'text/html', headers, body: HTML }),
      );
    }
    await page.goto(place);
    const address = `${place}${encodeURIComponent(channel)}`;
    const code = `(() => { const sink = ${JSON.stringify(address)}; const udp = ${sink.udp}; try { ${act} } catch {} })()`;
    await page.evaluate(code).catch(() => undefined);
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

  // What security.ts sets on Electron's session, as Chromium's own switches.
  const closed = await launchWith([
    '--proxy-server=http=127.0.0.1:9;https=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  ]);
  const leaks = await leaksOf(closed, pagePolicy('desktop'));
  await closed.close();
  expect(leaks).toEqual({ channels: [], connections: 0 });
});
