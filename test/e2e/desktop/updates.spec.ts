import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { enterAs } from '../../demo/laptop.ts';
import { beginVault } from '../../support/begin-vault.ts';
import { makeSigner } from '../../support/make-bundle.ts';
import { writeUpdate } from '../../support/make-update.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';

test('an update on a stick is looked at before anybody opens it: whole and newer, changed, older', async ({
  open,
  userData,
}) => {
  test.slow();
  const signer = makeSigner();
  const app = path.join(userData, 'app');
  for (const part of ['out/main', 'out/preload', 'out/renderer']) {
    cpSync(path.join(root, part), path.join(app, part), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object;
  const release = { number: 3, keys: [signer.device] };
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ ...manifest, release }));
  const platform = `${process.platform}-${process.arch}`;
  const stick = path.join(userData, 'stick');
  mkdirSync(stick);
  const place = writeUpdate(stick, signer, { release: 4, platform });

  const server = await startSampleServer(path.join(userData, 'server'));
  try {
    const running = await open(app, {
      env: { BAZARNEGAR_SERVER: server.url },
      userData: path.join(userData, 'laptop'),
    });
    await running.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, place);
    const page = await running.firstWindow();
    await beginVault(page, 'فارسی');
    await enterAs(page, 'کارشناس میدانی ۱');
    await page.evaluate(() => {
      location.hash = '/settings';
    });
    const look = page.getByRole('button', { name: 'بررسی نسخهٔ تازه' });
    await look.click();
    await expect(page.getByText(/Bazarnegar-0\.9\.0\.AppImage\P{L}+نسخهٔ\P{L}+است/u)).toBeVisible();
    appendFileSync(path.join(stick, 'Bazarnegar-0.9.0.AppImage'), 'x');
    await look.click();
    await expect(page.getByText('همان فایلی نیست که امضا شده است')).toBeVisible();
    writeUpdate(stick, signer, { release: 3, platform });
    await look.click();
    await expect(page.getByText('این نسخه از برنامهٔ شما تازه‌تر نیست')).toBeVisible();
  } finally {
    await server.end('SIGTERM');
  }
});
