import { renewalText } from '#shared/records/renewal.ts';
import { loadDeviceKeys } from './device-keys.ts';
import { SIGNED_OUT_SETTING } from './signed-out.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Has a session that ended begin again by this laptop's key, without a password; false where the server does not take the key (any more), where
 * the laptop cannot sign, or where the person left on purpose.
 */
export async function renewSession({
  store,
  transport,
  identity,
}: Pick<SyncContext, 'store' | 'transport' | 'identity'>): Promise<boolean> {
  const [keys, hasLeft] = await Promise.all([
    loadDeviceKeys(store.settings),
    store.settings.get(SIGNED_OUT_SETTING),
  ]);
  if (!keys || hasLeft === true) return false;
  const asked = await transport.challenge();
  if (!asked.ok) return false;
  const { project } = identity;
  const { device } = keys;
  const { challenge } = asked.value;
  const signature = await keys.sign(renewalText(project, device, challenge));
  return (await transport.renew({ project, device, challenge, signature })).ok;
}
