import { z } from 'zod';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import type { Certificate } from '#shared/records/signed-head.ts';
import { certificateSchema } from '#shared/records/signed-head.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { deviceKeySchema } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import { err } from '#shared/core/result.ts';
import { enrolmentSeed } from '#shared/records/enrolment.ts';
import { DEVICE_KEYS_SETTING } from '../db/restore-copy.ts';
import type { SettingStore } from '../db/stores.ts';

/** The keys of this laptop: it signs its feed with one (Ed25519), and opens bundles made for it with the other (age, X25519). */
export interface DeviceKeys {
  readonly device: DeviceKey;
  readonly identity: string;
  readonly recipient: string;
  /** Of a laptop that was enrolled without a network. */
  readonly certificate: Certificate | null;
  /** The signature over a text, in hex. */
  sign(text: string): Promise<string>;
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 seed in its PKCS #8.
const PKCS8_ED25519 = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

const storedSchema = z.strictObject({
  device: deviceKeySchema,
  secret: z.string(),
  identity: z.string(),
  recipient: z.string(),
  certificate: certificateSchema.nullable(),
});
type StoredKeys = z.infer<typeof storedSchema>;

/**
 * The keys of this laptop, made when they are first asked for. Undefined in a browser that cannot sign (Chromium before 137):
 * its feeds stay unsigned, and it makes no bundles.
 */
export async function loadDeviceKeys(settings: SettingStore): Promise<DeviceKeys | undefined> {
  const stored = storedSchema.safeParse(await settings.get(DEVICE_KEYS_SETTING));
  if (stored.success) return readKeys(stored.data);
  const pair = await makePair();
  if (!pair) return undefined;
  const keys = { ...pair, ...(await makeAgeKeys()), certificate: null };
  const kept = await settings.set(DEVICE_KEYS_SETTING, keys);
  return kept.ok ? readKeys(keys) : undefined;
}

/** Keeps what vouches for this laptop's key, to be sent with its bundles. */
export async function keepCertificate(
  settings: SettingStore,
  certificate: Certificate,
): Promise<Result<null, Failure>> {
  const stored = storedSchema.safeParse(await settings.get(DEVICE_KEYS_SETTING));
  if (!stored.success) return err({ kind: 'sync/cannot-verify' });
  return settings.set(DEVICE_KEYS_SETTING, { ...stored.data, certificate } as never);
}

/** The key that an enrolment code stands for, and what signs with it; undefined where the browser cannot sign. */
export async function enrolmentKey(
  code: string,
): Promise<Pick<DeviceKeys, 'device' | 'sign'> | undefined> {
  const pkcs8 = new Uint8Array([...PKCS8_ED25519, ...enrolmentSeed(code)]);
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', key);
    const device = hexOf(fromBase64Url(x)) as DeviceKey;
    return { device, sign: await createSigner(device, d) };
  } catch {
    return undefined;
  }
}

async function makePair(): Promise<Pick<StoredKeys, 'device' | 'secret'> | undefined> {
  try {
    const { privateKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const { x = '', d = '' } = await crypto.subtle.exportKey('jwk', privateKey);
    return { device: hexOf(fromBase64Url(x)) as DeviceKey, secret: d };
  } catch {
    return undefined;
  }
}

async function readKeys(stored: StoredKeys): Promise<DeviceKeys | undefined> {
  const { secret, ...keys } = stored;
  try {
    return { ...keys, sign: await createSigner(keys.device, secret) };
  } catch {
    return undefined;
  }
}

/** What signs with a key: `secret` is the `d` of its JWK (RFC 8037). Throws where the browser has no Ed25519. */
async function createSigner(device: DeviceKey, secret: string): Promise<DeviceKeys['sign']> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(bytesOf(device)), d: secret };
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign']);
  return async (text) =>
    hexOf(new Uint8Array(await crypto.subtle.sign('Ed25519', key, utf8(text))));
}

/** Whether a signature (hex) over a text is of a device's key. */
export async function verifySignature(
  device: DeviceKey,
  text: string,
  signature: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(device), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytesOf(signature), utf8(text));
  } catch {
    // Not every 32 bytes are a point of the curve.
    return false;
  }
}

function hexOf(bytes: Uint8Array): string {
  return bytes.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
