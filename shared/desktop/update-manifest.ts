import { z } from 'zod';
import type { VerifySignature } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { DeviceKey } from '../core/device-key.ts';
import { createSha256 } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';
import { sha256Schema } from '../core/ids.ts';
import { canonicalJson, isTooDeep } from '../core/json.ts';

/** An installer of a release: what it runs on (`win32-x64` ...), its name, length in bytes and SHA-256. */
export interface UpdateFile {
  readonly platform: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Sha256;
}

/** What a release says of itself. `release` counts up by one with every release: no version before it is ever taken again. */
export interface UpdateManifest {
  readonly is: 'bazarnegar update';
  readonly version: string;
  readonly release: number;
  readonly files: readonly UpdateFile[];
}

/** A manifest as it lies beside the installers, on a server or on a stick: its own text, and who signed it. */
export interface SignedUpdate {
  readonly manifest: string;
  readonly key: DeviceKey;
  readonly signature: string;
}

/** Most characters of a signed manifest. */
export const MAX_UPDATE_LENGTH = 64 * 1024;

const manifestSchema: z.ZodType<UpdateManifest> = z.strictObject({
  is: z.literal('bazarnegar update'),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  release: z.int().positive(),
  files: z
    .array(
      z.strictObject({
        platform: z.string().regex(/^[a-z0-9]{1,10}-[a-z0-9]{1,10}$/),
        // A name, never a path.
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
        bytes: z.int().positive(),
        sha256: sha256Schema,
      }),
    )
    .min(1)
    .max(20),
});

const signedSchema: z.ZodType<SignedUpdate> = z.strictObject({
  manifest: z.string(),
  key: deviceKeySchema,
  signature: deviceSignatureSchema,
});

/** The manifest's own text, which is what is signed and carried. */
export function updateText(manifest: UpdateManifest): string {
  return canonicalJson(manifest);
}

/** What a release key signs: it names what it is, so that it can stand for nothing else. */
export function signedUpdateText(text: string): string {
  return `bazarnegar update manifest 1\n${text}`;
}

/** Why an update is not taken. */
export type UpdateRefusal =
  'not-an-update' | 'unknown-key' | 'wrong-signature' | 'not-newer' | 'not-for-this-system';

/**
 * What was found where a person looked for an update: an installer (`name`, beside the manifest) that may be opened, or why not. `no-key`: this
 * program knows no key of releases.
 */
export type UpdateCheck =
  | { readonly kind: 'ready'; readonly version: string; readonly name: string }
  | { readonly kind: 'refused'; readonly why: UpdateRefusal | 'no-key' }
  | {
      readonly kind: 'refused';
      readonly why: 'file-missing' | 'file-changed';
      readonly name: string;
    };

/** What an update is held against: the keys of releases that this program knows, its own release, and what it runs on. */
export interface UpdateJudge {
  readonly keys: readonly DeviceKey[];
  readonly release: number;
  readonly platform: string;
  readonly verify: VerifySignature;
}

/**
 * Whether a signed manifest may be followed, and which file it names for this system. Nothing of it is looked at before its signature is
 * found to be of a known key; one that is as old as this program, or older, is refused, whoever signed it.
 */
export async function judgeUpdate(
  text: string,
  { keys, release, platform, verify }: UpdateJudge,
): Promise<{ readonly manifest: UpdateManifest; readonly file: UpdateFile } | UpdateRefusal> {
  const signed = text.length > MAX_UPDATE_LENGTH ? undefined : parse(text, signedSchema);
  if (!signed) return 'not-an-update';
  if (!keys.includes(signed.key)) return 'unknown-key';
  const isSigned = await verify(signed.key, signedUpdateText(signed.manifest), signed.signature);
  if (!isSigned) return 'wrong-signature';
  const manifest = parse(signed.manifest, manifestSchema);
  if (!manifest || updateText(manifest) !== signed.manifest) return 'not-an-update';
  if (manifest.release <= release) return 'not-newer';
  const file = manifest.files.find((one) => one.platform === platform);
  return file ? { manifest, file } : 'not-for-this-system';
}

/** Whether the bytes of an installer are those that its manifest names; they are read once, piece by piece. */
export async function isUpdateFile(
  file: UpdateFile,
  chunks: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  const hash = createSha256();
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > file.bytes) return false;
    hash.update(chunk);
  }
  return bytes === file.bytes && hash.digest() === file.sha256;
}

function parse<T>(text: string, schema: z.ZodType<T>): T | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
