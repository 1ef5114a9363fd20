import { toWebAddress } from './addresses.ts';
import { openContext } from './host.ts';
import { isPermissionGranted } from './session.ts';

// Chromium's name of a permission, and the name Electron asks the app about; of media also which.
const asked: Readonly<Record<string, readonly [permission: string, media?: 'video' | 'audio']>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  camera: ['media', 'video'],
  microphone: ['media', 'audio'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-write': ['clipboard-sanitized-write'],
  'storage-access': ['storage-access'],
  'local-fonts': ['local-fonts'],
};

/** Sets in Chromium, for as long as this process lives, what the app's check handler says of each permission for the origin of `address`. */
export async function applyPermissions(address: string): Promise<void> {
  const { origin } = new URL(toWebAddress(address));
  const appOrigin = address.split('/').slice(0, 3).join('/');
  const [page] = openContext().pages();
  if (!page) return;
  const devtools = await openContext().newCDPSession(page);
  for (const [name, [permission, media]] of Object.entries(asked)) {
    const isGranted = isPermissionGranted(permission, appOrigin, media);
    const setting = isGranted ? 'granted' : 'denied';
    await devtools.send('Browser.setPermission', { permission: { name }, setting, origin });
  }
}
