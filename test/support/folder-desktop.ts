import { ok } from '#shared/core/result.ts';
import type { Desktop, DesktopChannel, DesktopInput } from '#shared/desktop/contract.ts';
import { createHandlers } from '../../electron/ipc/handlers.ts';
import type { VaultShelf } from '../../electron/main/vault-shelf.ts';
import { createVaultShelf } from '../../electron/main/vault-shelf.ts';

/** The desktop app's handlers over a folder, without Electron; `copies` is the folder its person chooses for the second copy. */
export function openHost(
  work: string,
  copies: string | null = null,
): Desktop & { close(): Promise<void> } {
  const vaults = createVaultShelf({
    work,
    server: undefined,
    nowMs: () => Date.now(),
    askFolder: async () => copies,
    askServer: async () => false,
  });
  return { ...desktopOver(vaults), close: () => vaults.close() };
}

/** The contract over vaults that are there already. */
export function desktopOver(vaults: VaultShelf): Desktop {
  const handlers = createHandlers({
    vaults,
    files: undefined as never,
    readFiles: undefined as never,
    takeForced: () => false,
    lock: () => vaults.close(),
    checkUpdate: async () => ok(null),
    freeBytes: async () => null,
    languages: () => ['fa'],
  });
  return {
    host: 'desktop',
    appVersion: 'test',
    onSuspend: () => undefined,
    call: async <C extends DesktopChannel>(channel: C, input: DesktopInput<C>) =>
      handlers[channel](input),
  };
}
