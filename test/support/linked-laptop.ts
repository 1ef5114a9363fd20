import { onTestFinished } from 'vitest';
import type { SignIn } from '#shared/sync/team-api.ts';
import { createServerLink } from '../../electron/main/server-link.ts';
import { createSessionCookie } from '../../electron/main/session-cookie.ts';
import { openSettingsFile } from '../../electron/main/settings-file.ts';
import { createDevice } from './device.ts';
import { expectOk } from './expect-ok.ts';
import { createMemoryIndex } from './memory-index.ts';
import { quickSealer } from './quick-sealer.ts';
import type { SyncedApp } from './sync-device.ts';
import { startApp, syncWell } from './sync-device.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A laptop with the client's own code and the desktop's own link, signed in at `address`, with everything others wrote. */
export async function startLinkedLaptop(address: string, account: SignIn): Promise<SyncedApp> {
  const folder = temporaryFolder();
  const settings = await openSettingsFile(folder, quickSealer, folder);
  const link = createServerLink(
    settings,
    createSessionCookie(folder, quickSealer),
    async () => true,
  );
  onTestFinished(() => link.close());
  expectOk(await link.setAddress(address));
  const parts = { link: link.request, memoryIndex: createMemoryIndex() };
  const app = await startApp(createDevice(parts));
  expectOk(await app.sessions.signIn(account));
  await syncWell(app);
  return app;
}
