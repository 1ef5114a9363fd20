import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { utf8 } from '#shared/core/hash.ts';
import type { Json } from '#shared/core/json.ts';
import type { Sealer } from '#shared/vault/seal.ts';
import { errorCode, replaceFile } from './durable-file.ts';

/** A file of the shell's own in a vault, sealed by the vault's key for the host. */
export interface SealedFile<T> {
  /** What it holds; undefined where it is not there. One that cannot be understood is kept beside. */
  read(): Promise<T | undefined>;
  write(value: T & Json): Promise<void>;
}

/** The file at `place`, which what is sealed is bound to by `name`. */
export function sealedFile<T>(
  place: string,
  name: string,
  sealer: Sealer,
  schema: z.ZodType<T>,
): SealedFile<T> {
  return {
    async read() {
      let sealed: Uint8Array;
      try {
        sealed = new Uint8Array(await readFile(place));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
      const parsed = schema.safeParse(parse(sealer.open(sealed, name)));
      if (parsed.success) return parsed.data;
      await rename(place, `${place}.not-understood-${Date.now()}`);
      return undefined;
    },
    write: (value) => replaceFile(place, sealer.seal(utf8(JSON.stringify(value)), name)),
  };
}

function parse(plain: Uint8Array | undefined): unknown {
  try {
    return plain && JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
