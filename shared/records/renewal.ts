import type { DeviceKey } from '../core/device-key.ts';
import type { ProjectId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';

/** The text that a device signs to have its person's session begin again without a password; `challenge`: what the server gave it for this once. */
export function renewalText(project: ProjectId, device: DeviceKey, challenge: string): string {
  return canonicalJson({ is: 'bazarnegar renewal', version: 1, project, device, challenge });
}
