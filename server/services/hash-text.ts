import { hash } from 'node:crypto';
import type { Sha256 } from '#shared/core/ids.ts';

/** Node's own SHA-256 of a text, some times as fast as that of every host. */
export function hashText(text: string): Sha256 {
  return hash('sha256', text) as Sha256;
}
