import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { utf8 } from '#shared/core/hash.ts';
import { errorCode, replaceFile } from './durable-file.ts';

/** What the shell itself must know before there is a page; everything else is in the journal. */
export interface ShellSettings {
  readonly version: 1;
  /** Origin of the one server, or null while none is set. */
  readonly server: string | null;
  /** Where a copy of the work is kept; null while none is. */
  readonly copy: CopySettings | null;
}

/** A folder the person chose, the folder of this laptop's copy in it, and when that was last up to date. */
export interface CopySettings {
  readonly folder: string;
  readonly name: string;
  readonly copiedAtMs: number | null;
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
    })
    .nullable()
    .default(null),
});
const first: ShellSettings = { version: 1, server: null, copy: null };

/** Reads the settings of a folder. A file that cannot be understood is kept beside and the settings begin anew. */
export async function openSettingsFile(folder: string): Promise<SettingsFile> {
  const place = path.join(folder, 'settings.json');
  let settings = await readSettings(place);
  let last: Promise<void> = Promise.resolve();

  return {
    get: () => settings,
    set: (change) => {
      const written = last.then(async () => {
        const changed = { ...settings, ...change };
        await replaceFile(place, utf8(`${JSON.stringify(changed, null, 2)}\n`));
        settings = changed;
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}

async function readSettings(place: string): Promise<ShellSettings> {
  let text: string;
  try {
    text = await readFile(place, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return first;
    throw error;
  }
  try {
    return settingsSchema.parse(JSON.parse(text));
  } catch {
    await rename(place, `${place}.not-understood-${Date.now()}`);
    return first;
  }
}
