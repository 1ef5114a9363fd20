import type { DeviceKey } from '../core/device-key.ts';
import type { PersonId, ProjectId } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';

/**
 * The text that a device signs to be registered as a person's, with its age recipient; `challenge`: what the server gave it for this once. Another
 * text than a renewal's: neither signature serves for the other.
 */
export function registrationText(
  { project, person }: { readonly project: ProjectId; readonly person: PersonId },
  { device, recipient }: { readonly device: DeviceKey; readonly recipient: string },
  challenge: string,
): string {
  const what = { project, person, device, recipient, challenge };
  return canonicalJson({ is: 'bazarnegar registration', version: 1, ...what });
}
