import type { DeviceKey } from '#shared/core/device-key.ts';

/** What is read out of a laptop's key: the command line's list begins with the same letters. */
export function shortKey(device: DeviceKey): string {
  return device.slice(0, 8);
}
