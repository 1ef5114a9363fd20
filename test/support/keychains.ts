import type { Keychain } from '../../electron/main/session-cookie.ts';

/** A system without a keychain. */
export const noKeychain: Keychain = {
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async () => {
    throw new Error('no keychain');
  },
  decryptStringAsync: async () => {
    throw new Error('no keychain');
  },
};

/** A keychain whose key is a number: enough to see that what is stored is not what was said. */
export function xorKeychain(key: number): Keychain {
  function turn(bytes: Buffer): Buffer {
    return Buffer.from(bytes.map((byte) => byte ^ key));
  }
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (plain) => turn(Buffer.from(plain)),
    decryptStringAsync: async (sealed) => ({
      result: turn(sealed).toString(),
      shouldReEncrypt: false,
    }),
  };
}
