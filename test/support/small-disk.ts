import { spawnSync } from 'node:child_process';

/** Mounts an empty file system of `bytes` on a folder; undefined where this person may not (it takes root on Linux). */
export function mountSmallDisk(folder: string, bytes: number): (() => void) | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  if (mounted.status !== 0) return undefined;
  return () => {
    spawnSync('umount', ['-l', folder]);
  };
}

/** Why tests of a full disk are left out where `mountSmallDisk` gives nothing. */
export const noSmallDisk = 'a small file system can be mounted by root on Linux only';
