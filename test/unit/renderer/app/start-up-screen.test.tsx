import { act } from 'react';
import { expect, test } from 'vitest';
import { err } from '#shared/core/result.ts';
import { StartUpScreen } from '../../../../renderer/app/start-up-screen.tsx';
import type { StartProgress } from '../../../../renderer/app/start-up.ts';
import type { UnlockedVault } from '../../../../renderer/vault/open-vaults.ts';
import { find, mount, press } from '../../../support/mount.tsx';

// What is opened here opens nothing.
const noVault = {} as UnlockedVault;

test('a rebuild of the working copy says how far it is, and that all is there', async () => {
  function start(
    _unlocked: UnlockedVault,
    onProgress: (progress: StartProgress) => void,
  ): Promise<never> {
    onProgress({ kind: 'rebuilding', done: 1200, total: 5300 });
    return new Promise(() => {});
  }
  await mount(
    <StartUpScreen unlocked={noVault} start={start}>
      {() => 'باز شد'}
    </StartUpScreen>,
  );
  expect(find('progress')).toMatchObject({ value: 1200, max: 5300 });
  expect(document.body.textContent).toContain('همهٔ کارتان اینجاست');
  expect(document.body.textContent).toContain('۱٬۲۰۰ از ۵٬۳۰۰');
});

test('work that is open elsewhere is named so, and the next try may open it', async () => {
  let tries = 0;
  async function start() {
    tries += 1;
    return err({ kind: 'journal/held-elsewhere' } as const);
  }
  await mount(
    <StartUpScreen unlocked={noVault} start={start}>
      {() => 'باز شد'}
    </StartUpScreen>,
  );
  await act(async () => {});
  expect(find('[role=alert]').textContent).toContain('پنجرهٔ دیگری');
  await press(find('button'));
  expect(tries).toBe(2);
});
