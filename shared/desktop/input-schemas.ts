import { z } from 'zod';
import { sha256Schema } from '../core/ids.ts';
import { MAX_PAYLOAD_BYTES } from '../journal/frame.ts';
import { MAX_PHOTO_BYTES } from '../sync/http-api.ts';
import { MAX_KEY_FILE_BYTES, vaultIdSchema } from '../vault/key-file.ts';
import { KEY_BYTES, SEALED_EXTRA_BYTES } from '../vault/seal.ts';
import type { DesktopChannel, DesktopInput } from './contract.ts';
import { copySources, MAX_CALL_BYTES, MAX_READ_BYTES } from './contract.ts';

function bytesUpTo(limit: number): z.ZodType<Uint8Array> {
  return z.instanceof(Uint8Array).refine((value) => value.length <= limit);
}

/** What each call accepts; main parses every input with it before anything else happens. */
export const desktopInputSchemas: {
  readonly [C in DesktopChannel]: z.ZodType<DesktopInput<C>>;
} = {
  'vault.list': z.null(),
  'vault.open': z.strictObject({
    id: vaultIdSchema,
    hostKey: z.instanceof(Uint8Array).refine((value) => value.length === KEY_BYTES),
  }),
  'vault.write': z.strictObject({ id: vaultIdSchema, keyFile: bytesUpTo(MAX_KEY_FILE_BYTES) }),
  'vault.seal': z.strictObject({
    id: vaultIdSchema,
    keyFile: bytesUpTo(MAX_KEY_FILE_BYTES)
      .refine((value) => value.length > 0)
      .nullable(),
  }),
  'vault.discard-unsealed': z.null(),
  'vault.lock': z.null(),
  'journal.open': z.strictObject({
    known: z.strictObject({ frames: z.int().nonnegative(), head: sha256Schema }).nullable(),
  }),
  'journal.read': z.strictObject({ from: z.int().nonnegative() }),
  'journal.accept': z.null(),
  'journal.append': z.strictObject({
    payloads: z
      .array(bytesUpTo(MAX_PAYLOAD_BYTES))
      .min(1)
      .max(1000)
      .refine((all) => all.reduce((sum, one) => sum + one.length, 0) <= MAX_CALL_BYTES),
  }),
  'photo.put': z.strictObject({
    sha256: sha256Schema,
    bytes: bytesUpTo(MAX_PHOTO_BYTES + SEALED_EXTRA_BYTES),
  }),
  'photo.get': z.strictObject({ sha256: sha256Schema }),
  'photo.remove': z.strictObject({ sha256: sha256Schema }),
  'copy.state': z.null(),
  'copy.choose': z.null(),
  'copy.stop': z.null(),
  'copy.run': z.null(),
  'copy.open': z.strictObject({ from: z.enum(copySources) }),
  'copy.read': z.strictObject({ from: z.int().nonnegative() }),
  'copy.photo': z.strictObject({ sha256: sha256Schema }),
  'server.get': z.null(),
  'server.set': z.strictObject({ address: z.string().max(300) }),
  'http.request': z.strictObject({
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']),
    path: z
      .string()
      .regex(/^\/(?!\/)[!-[\]-~]*$/)
      .max(2000),
    headers: z.record(z.string().regex(/^[a-z-]{1,40}$/), z.string().regex(/^[ -~]{0,2000}$/)),
    body: bytesUpTo(MAX_CALL_BYTES).nullable(),
  }),
  'file.begin': z.strictObject({ suggestedName: z.string().min(1).max(120) }),
  'file.write': z.strictObject({
    handle: z.string().max(60),
    bytes: bytesUpTo(MAX_CALL_BYTES),
  }),
  'file.end': z.strictObject({ handle: z.string().max(60), keep: z.boolean() }),
  'file.open': z.strictObject({ saved: z.string().max(60).nullable() }),
  'file.read': z.strictObject({
    handle: z.string().max(60),
    at: z.int().nonnegative(),
    length: z.int().positive().max(MAX_READ_BYTES),
  }),
  'file.close': z.strictObject({ handle: z.string().max(60) }),
  'update.check': z.null(),
  'storage.state': z.null(),
  'system.languages': z.null(),
};
