import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Sealer } from '#shared/vault/seal.ts';
import { sealedFile } from './sealed-file.ts';

/** What the shell itself must know before there is a page; everything else is in the journal. */
export interface ShellSettings {
  readonly version: 1;
  /** Origin of the one server, or null while none is set. */
  readonly server: string | null;
  /** Where a copy of the work is kept; null while none is. */
  readonly copy: CopySettings | null;
}

/**
 * A folder the person chose, the folder of this laptop's copy in it, when that was last up to date, and the folder of the copy
 * before it that the journal does not continue.
 */
export interface CopySettings {
  readonly folder: string;
  readonly name: string;
  readonly copiedAtMs: number | null;
  readonly left: string | null;
}

/** The shell's settings: read once, written whole. */
export interface SettingsFile {
  get(): ShellSettings;
  set(change: Partial<Omit<ShellSettings, 'version'>>): Promise<void>;
}

const settingsSchema: z.ZodType<ShellSettings> = z.object({
  version: z.literal(1),
  server: z.string().nullable(),
  // Settings of before there were copies have no such thing.
  copy: z
    .object({
      folder: z.string(),
      name: z.string(),
      copiedAtMs: z.number().nullable(),
      left: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
});
/** Where settings lay in clear before there were vaults. */
export const UNSEALED_SETTINGS = 'settings.json';
const first: ShellSettings = { version: 1, server: null, copy: null };

/**
 * Reads the settings of a vault's folder, sealed. A file that cannot be understood is kept beside and the settings begin anew;
 * a new vault begins with those that lie in clear in `before`, of a version that had no vaults.
 */
export async function openSettingsFile(
  folder: string,
  sealer: Sealer,
  before: string,
): Promise<SettingsFile> {
  const place = path.join(folder, 'settings.sealed');
  const file = sealedFile(place, 'settings', sealer, settingsSchema);
  let settings = (await file.read()) ?? (await readUnsealed(before));
  let last: Promise<void> = Promise.resolve();

  return {
    get: () => settings,
    set: (change) => {
      const written = last.then(async () => {
        const { version, server, copy } = { ...settings, ...change };
        await file.write({ version, server, copy: copy && { ...copy } });
        settings = { version, server, copy };
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}

async function readUnsealed(folder: string): Promise<ShellSettings> {
  try {
    const text = await readFile(path.join(folder, UNSEALED_SETTINGS), 'utf8');
    // The copy of before lies in clear: a new one is begun where the person chooses.
    return { ...settingsSchema.parse(JSON.parse(text)), copy: null };
  } catch {
    return first;
  }
}
