import '@fontsource-variable/vazirmatn';
import './ui/tokens.css';
import './ui/reset.css';
import { createRoot } from 'react-dom/client';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { App } from './app/app.tsx';
import type { StartedServices, StartProgress } from './app/start-up.ts';
import { openLocalStore } from './db/open-local-store.ts';
import { flushAll } from './forms/autosave.ts';
import { applyToPage } from './i18n/page-attributes.ts';
import { currentPreferences, keepPreferencesIn } from './i18n/preference-store.ts';
import { systemAmbient } from './platform/ambient.ts';
import { connectDesktop } from './platform/desktop.ts';
import { whenIdle } from './platform/when-idle.ts';
import { registerOffline } from './platform/register-offline.ts';
import type { VaultService } from './services/services.ts';
import { withRemotePhotos } from './sync/remote-photos.ts';
import { createSessions } from './sync/sessions.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import { indexName } from './vault/index-name.ts';
import { createLock } from './vault/lock.ts';
import type { UnlockedVault } from './vault/open-vaults.ts';
import { openCopy } from './vault/open-vaults.ts';
import { pageMeans } from './vault/page-means.ts';
import { createSecrets } from './vault/secrets.ts';

async function start(
  unlocked: UnlockedVault,
  onProgress: (progress: StartProgress) => void,
): Promise<Result<StartedServices, Failure>> {
  const { desktop, vault: open } = unlocked;
  const { keys } = open;
  const opened = await openLocalStore(
    desktop,
    ambient,
    (progress) => onProgress({ kind: 'rebuilding', ...progress }),
    { name: indexName(keys.id), sealer: keys.sealer('index'), idle: whenIdle },
  );
  if (!opened.ok) return opened;
  const store = {
    ...opened.value,
    photos: withRemotePhotos(opened.value.photos, desktop),
  };
  await keepPreferencesIn(store.settings);
  const sync = createSyncEngine({ desktop, ambient, store });
  const sessions = createSessions({ desktop, ambient, store });
  const secrets = createSecrets(desktop, open);
  const { current } = secrets;
  const lock = createLock({
    desktop,
    current,
    flush: flushAll,
    closeStore: () => store.close(),
  });
  const vault: VaultService = {
    ...lock,
    ...secrets,
    flush: flushAll,
    openCopy: (keyFile, proof) => openCopy(desktop, keyFile, proof, pageMeans),
  };
  return ok({ desktop, vault, ambient, store, sync, sessions });
}

const page = document.getElementById('app');
if (!page) throw new Error('index.html has no #app');
applyToPage(document.documentElement, currentPreferences());
const host = connectDesktop();
const ambient = systemAmbient();
void registerOffline(host);
createRoot(page).render(<App desktop={host} start={start} />);
