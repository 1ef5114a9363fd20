import { z } from 'zod';

/** A device's public Ed25519 key (RFC 8032): its 32 bytes in hex. What the device signs names it by this. */
export type DeviceKey = string & { readonly __brand: 'DeviceKey' };

/** Points of small order and their second spellings (libsodium's list), without the sign bit: anyone can sign with them. */
const weakPoints: ReadonlySet<string> = new Set([
  `00${'00'.repeat(31)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** Parses a device's public key; one that anyone could sign with is none. */
export const deviceKeySchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .refine((key) => !weakPoints.has(withoutSign(key))) as unknown as z.ZodType<DeviceKey>;

/** Parses a signature of a device: 64 bytes of Ed25519 in hex. */
export const deviceSignatureSchema = z.string().regex(/^[0-9a-f]{128}$/);

/** Whether a signature over a text is of a key: each platform brings its own Ed25519. */
export type VerifySignature = (key: DeviceKey, text: string, signature: string) => Promise<boolean>;

function withoutSign(key: string): string {
  const last = Number.parseInt(key.slice(62), 16) & 0x7f;
  return key.slice(0, 62) + last.toString(16).padStart(2, '0');
}

/** What is read out of a laptop's key: the command line's list begins with the same letters. */
export function shortKey(device: DeviceKey): string {
  return device.slice(0, 8);
}
