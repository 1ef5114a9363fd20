import { createPublicKey, verify } from 'node:crypto';
import type { DeviceKey } from '#shared/core/device-key.ts';

/** Whether a signature (hex) over a text is of a device's key. */
export async function verifySignature(
  key: DeviceKey,
  text: string,
  signature: string,
): Promise<boolean> {
  const x = Buffer.from(key, 'hex').toString('base64url');
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
  } catch {
    // Not every 32 bytes are a point of the curve.
    return false;
  }
}
