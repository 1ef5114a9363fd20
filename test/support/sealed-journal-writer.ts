import { setImmediate } from 'node:timers/promises';
import { createVaultShelf } from '../../electron/main/vault-shelf.ts';
import { sealDesktop } from '../../renderer/vault/sealed-desktop.ts';
import { SOAK_VAULT, soakAct, soakKeys } from './damage-sealed-journals.ts';
import { desktopOver } from './folder-desktop.ts';

// A process of its own that saves sealed acts without end, compacts them and tells each save that was acknowledged, until it is killed.

const vaults = createVaultShelf({
  work: process.argv[2] ?? '',
  server: undefined,
  nowMs: () => 0,
  askFolder: async () => null,
  askServer: async () => false,
});
const host = desktopOver(vaults);
await host.call('vault.open', { id: SOAK_VAULT, hostKey: soakKeys.hostKey() });
const desktop = sealDesktop(host, soakKeys);
const opened = await desktop.call('journal.open', { known: null });
if (!opened.ok) throw new Error(opened.error.kind);
void compactForEver();
for (let frame = opened.value.position.frames; ; frame += 1) {
  const appended = await desktop.call('journal.append', { payloads: [soakAct(`${frame}`)] });
  if (!appended.ok) throw new Error(appended.error.kind);
  process.send?.(appended.value.frames);
}

async function compactForEver(): Promise<never> {
  for (;;) {
    await vaults.current()?.journal.compact();
    await setImmediate();
  }
}
