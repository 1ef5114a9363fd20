import path from 'node:path';
import { goTo } from '../../demo/fill-records.ts';
import { enterAs } from '../../demo/laptop.ts';
import { beginVault } from '../../support/begin-vault.ts';
import { exfiltrationChannels } from '../../support/exfiltration-channels.ts';
import { openSink, tryOf } from '../../support/exfiltration-sink.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';

test('thirty ways out lead nowhere from the product’s own window, signed in and with work on the screen', async ({
  open,
  userData,
}) => {
  test.setTimeout(180_000);
  const server = await startSampleServer(path.join(userData, 'server'));
  const sink = await openSink();
  try {
    const app = await open(root, {
      env: { BAZARNEGAR_SERVER: server.url },
      userData: path.join(userData, 'laptop'),
    });
    const page = await app.firstWindow();
    await beginVault(page, 'فارسی');
    await enterAs(page, 'کارشناس میدانی ۱');
    await goTo(page, '/visits');
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Not by a locator: it would wait for navigations that never end, because they are refused.
    function shown(): Promise<readonly unknown[]> {
      return page.evaluate(() => [location.origin, document.querySelector('nav') !== null]);
    }
    const before = await shown();
    expect(before[1]).toBe(true);
    for (const [channel, act] of Object.entries(exfiltrationChannels)) {
      const place = `http://127.0.0.1:${sink.http}/${encodeURIComponent(channel)}`;
      await page.evaluate(tryOf(act, place, sink.udp)).catch(() => undefined);
      // The window stays where it is and as it is, whatever wants to lead it away.
      expect(await shown(), channel).toEqual(before);
    }
    await page.waitForTimeout(2000);
    expect(await shown()).toEqual(before);
    expect([...sink.seen]).toEqual([]);
    expect(sink.connections()).toBe(0);
    expect(app.context().pages()).toHaveLength(1);
  } finally {
    sink.close();
    await server.end('SIGKILL');
  }
});
