import { createReadStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { deviceKeySchema } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { UpdateCheck } from '#shared/desktop/update-manifest.ts';
import { isUpdateFile, judgeUpdate, MAX_UPDATE_LENGTH } from '#shared/desktop/update-manifest.ts';
import { errorCode } from './durable-file.ts';

/** What this program is: its release, which only grows, and the keys that releases are signed with. */
export interface Release {
  readonly number: number;
  readonly keys: readonly DeviceKey[];
}

const manifestSchema = z.object({
  release: z.object({ number: z.int().positive(), keys: z.array(deviceKeySchema).max(2) }),
});

/** The release as package.json has it, which is packed into the app and sealed with it. */
export function readRelease(packageFile: string): Release {
  const manifest: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  return manifestSchema.parse(manifest).release;
}

/**
 * Looks at an update that lies on a stick or in a folder: the manifest that the person chooses, and the installer beside it that it names.
 * Nothing is started: a field laptop is updated by its person, when the supervisor says so.
 */
export function createUpdateCheck({
  release,
  platform,
  askManifest,
}: {
  readonly release: Release;
  readonly platform: string;
  readonly askManifest: () => Promise<string | null>;
}): () => Promise<Result<UpdateCheck | null, Failure>> {
  async function check(place: string): Promise<UpdateCheck> {
    if (statSync(place).size > MAX_UPDATE_LENGTH) return { kind: 'refused', why: 'not-an-update' };
    const text = readFileSync(place, 'utf8').trim();
    const judged = await judgeUpdate(text, {
      keys: release.keys,
      release: release.number,
      platform,
      verify,
    });
    if (typeof judged === 'string') return { kind: 'refused', why: judged };
    const { manifest, file } = judged;
    const installer = path.join(path.dirname(place), file.name);
    if (!statSync(installer, { throwIfNoEntry: false })?.isFile()) {
      return { kind: 'refused', why: 'file-missing', name: file.name };
    }
    return (await isUpdateFile(file, createReadStream(installer)))
      ? { kind: 'ready', version: manifest.version, name: file.name }
      : { kind: 'refused', why: 'file-changed', name: file.name };
  }

  return async () => {
    if (release.keys.length === 0) return ok({ kind: 'refused', why: 'no-key' });
    const place = await askManifest();
    if (place === null) return ok(null);
    try {
      return ok(await check(place));
    } catch (error) {
      return err({ kind: 'file/not-read', detail: errorCode(error) });
    }
  };
}

async function verify(by: DeviceKey, text: string, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', bytesOf(by), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, bytesOf(signature), Buffer.from(text));
}

function bytesOf(hex: string): Buffer<ArrayBuffer> {
  return Buffer.from(hex, 'hex');
}
