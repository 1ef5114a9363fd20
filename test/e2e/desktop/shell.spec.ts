import type { Page } from '@playwright/test';
import { expect, test } from './desktop-test.ts';

/** Runs in the page after the driver's own call is over: while it lasts, Chromium lets `eval` through whatever the policy says. */
function laterInPage(page: Page, act: string): Promise<string> {
  return page.evaluate(
    (name) =>
      new Promise<string>((resolve) => {
        const acts: Readonly<Record<string, () => unknown>> = {
          // oxlint-disable-next-line eslint/no-eval -- what the policy must refuse
          eval: () => globalThis.eval('1 + 1'),
          // oxlint-disable-next-line typescript/no-implied-eval -- what the policy must refuse
          function: () => new Function('return 2')(),
          timer: () => setTimeout('globalThis.pwned = true' as unknown as () => void),
          inline: () => {
            const script = document.createElement('script');
            script.append('globalThis.pwned = true');
            document.head.append(script);
            return 'pwned' in globalThis ? 'ran' : Promise.reject(new Error('did not run'));
          },
          markup: () => {
            document.body.innerHTML = '<img src=x onerror="globalThis.pwned = true">';
          },
          base: () => {
            const base = document.createElement('base');
            base.href = 'https://elsewhere.example/';
            document.head.append(base);
            return document.baseURI.startsWith('https://elsewhere')
              ? 'ran'
              : Promise.reject(new Error('did not run'));
          },
          worker: () => new Worker('data:text/javascript,1'),
          // The smallest module there is: a magic number and a version.
          wasm: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
        };
        setTimeout(() => {
          Promise.resolve(name)
            .then((key) => acts[key]?.())
            .then(
              () => {
                resolve('let through');
              },
              () => {
                resolve('refused');
              },
            );
        });
      }),
    act,
  );
}

test('the page asks main and hears its answer', async ({ open, shell }) => {
  const env = { BAZARNEGAR_SERVER: 'http://127.0.0.1:47615' };
  const page = await (await open(shell, { env })).firstWindow();
  const server = await page.evaluate(() => window.host.call('server.get', null));
  expect(server).toBe('http://127.0.0.1:47615');
  const state = await page.evaluate(() => window.host.call('storage.state', null));
  expect(state.freeBytes).toBeGreaterThan(0);
  expect(await page.evaluate(() => [window.host.host, window.host.appVersion])).toEqual([
    'desktop',
    '0.1.0',
  ]);
  expect(await page.evaluate(() => window.host.call('system.languages', null))).not.toEqual([]);
});

test('main refuses what the contract does not allow, and unknown calls do not reach it', async ({
  open,
  shell,
}) => {
  const page = await (await open(shell)).firstWindow();
  function callBadly(channel: string, input: unknown): Promise<string> {
    return page.evaluate(
      ([name, value]) =>
        window.host.call(name as never, value as never).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      [channel, input] as const,
    );
  }
  expect(await callBadly('journal.append', { payloads: [1] })).toContain('refused bad-input');
  expect(await callBadly('journal.read', { from: -1 })).toContain('refused bad-input');
  expect(await callBadly('photo.get', { sha256: '../../settings.json' })).toContain('bad-input');
  expect(await callBadly('shell.run', 'anything')).toContain('refused unknown-call');
  expect(await callBadly('toString', null)).toContain('refused unknown-call');
});

test('the page has no Node, no Electron, and a bridge it cannot change', async ({
  open,
  shell,
}) => {
  const page = await (await open(shell)).firstWindow();
  const found = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
    try {
      Object.assign(window, { desktop: 'other' });
    } catch {
      // A page in strict mode hears of it; either way nothing changes.
    }
    return {
      known: names.filter((name) => name in globalThis),
      leaks: Object.keys(globalThis).filter((key) => /ipc|electron|hostDouble/i.test(key)),
      isFrozen: Object.isFrozen(window.desktop),
      keys: Object.keys(window.desktop ?? {}).toSorted(),
    };
  });
  expect(found).toEqual({
    known: [],
    leaks: [],
    isFrozen: true,
    keys: ['appVersion', 'call', 'host', 'onSuspend'],
  });
});

test('the page’s policy refuses code that is not the app’s', async ({ open, shell }) => {
  const page = await (await open(shell)).firstWindow();
  for (const act of ['eval', 'function', 'timer', 'inline', 'markup', 'base', 'worker', 'wasm']) {
    expect.soft(await laterInPage(page, act), act).toBe('refused');
  }
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
});

test('the page reaches no network: not its own files, not this machine, not by image or beacon', async ({
  open,
  shell,
}) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  const reached: string[] = [];
  page.on('response', (response) => reached.push(response.url()));
  const outcomes = await page.evaluate(async () => {
    function loads(url: string): Promise<boolean> {
      return new Promise((resolve) => {
        const image = new Image();
        image.addEventListener('load', () => resolve(true));
        image.addEventListener('error', () => resolve(false));
        image.src = url;
      });
    }
    async function fetches(url: string): Promise<boolean> {
      return fetch(url, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    }
    return [
      await fetches('https://example.org/'),
      await fetches('http://127.0.0.1:47615/health'),
      await fetches('./index.html'),
      await loads('http://127.0.0.1:47615/pixel.png'),
      await loads('https://example.org/pixel.png'),
      await loads('data:image/gif;base64,R0lGODlhAQABAAAAACw='),
    ];
  });
  expect(outcomes).toEqual([false, false, false, false, false, false]);
  expect(reached).toEqual([]);
});

test('only the packaged files are served, each under its exact name', async ({ open, shell }) => {
  const app = await open(shell);
  await app.firstWindow();
  const expected = {
    'app://bazarnegar/index.html': 200,
    'app://bazarnegar/': 404,
    'app://bazarnegar/index.html?x=1': 404,
    'app://elsewhere/index.html': 404,
    'app://bazarnegar/../../package.json': 404,
    'app://bazarnegar/%2e%2e%2f%2e%2e%2fpackage.json': 404,
    'app://bazarnegar/..%5c..%5cpackage.json': 404,
    'app://bazarnegar/assets': 404,
    'app://bazarnegar//index.html': 404,
  };
  const answers = await app.evaluate(async ({ session }, addresses) => {
    const found: Record<string, number> = {};
    for (const address of addresses) {
      found[address] = (await session.fromPartition('persist:bazarnegar').fetch(address)).status;
    }
    return found;
  }, Object.keys(expected));
  expect(answers).toEqual(expected);
});

test('the page stays where it is: no other address, no second window', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  const address = page.url();
  for (const target of ['https://example.org/', 'app://elsewhere/', 'data:text/html,x']) {
    await page.evaluate((url) => {
      location.href = url;
    }, target);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    link.click();
    window.open('https://example.org/');
  });
  await expect.poll(() => app.context().pages().length).toBe(1);
  expect(page.url()).toBe(address);
  const windows = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    null,
  );
  expect(windows).toBe(1);
});

test('the page may be loaded again, and its data is there', async ({ open, shell }) => {
  const page = await (await open(shell)).firstWindow();
  await page.evaluate(async () => {
    await window.host.call('journal.open', { known: null });
    await window.host.call('journal.append', { payloads: [new Uint8Array([1])] });
  });
  await page.evaluate(() => {
    location.reload();
  });
  await page.waitForFunction(() => 'host' in window);
  const opened = await page.evaluate(() => window.host.call('journal.open', { known: null }));
  expect(opened).toMatchObject({ ok: true, value: { position: { frames: 1 } } });
});

test('the page is granted nothing of the system but the camera and copying', async ({
  open,
  shell,
}) => {
  const page = await (await open(shell)).firstWindow();
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ];
    const found: Record<string, string> = {};
    for (const name of [...names, 'clipboard-write']) {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      found[name] = state;
    }
    return found;
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'granted',
    microphone: 'denied',
    midi: 'denied',
    'clipboard-read': 'denied',
    'clipboard-write': 'granted',
  });
});

test('a second start brings the first window to the front and ends', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  await app.evaluate(({ app: shellApp }) => {
    shellApp.on('second-instance', () => {
      Object.assign(globalThis, { secondStarts: 1 });
    });
  }, null);
  await expect(open(shell)).rejects.toThrow();
  await expect
    .poll(() => app.evaluate(() => (globalThis as { secondStarts?: number }).secondStarts, null))
    .toBe(1);
  expect(await page.title()).toBe('host page');
});
