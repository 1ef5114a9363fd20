import { createSealer } from '#shared/vault/seal.ts';
import { quickMeans } from './quick-vault.ts';

/** Seals with one key for all who ask: what the shell's files in a vault are sealed with. */
export const quickSealer = createSealer(new Uint8Array(32).fill(7), quickMeans.randomBytes);
