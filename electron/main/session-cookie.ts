import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { replaceFile } from './durable-file.ts';

/** Electron's way to the keychain of the system. */
export type Keychain = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** The session with the server, which the page never sees. */
export interface SessionCookie {
  /** The `Cookie` header for an origin. */
  header(origin: string): Promise<string | undefined>;
  /** Takes in the `Set-Cookie` headers of an answer. */
  take(origin: string, setCookies: readonly string[]): Promise<void>;
}

interface Session {
  readonly origin: string;
  readonly cookies: Readonly<Record<string, string>>;
}

const sessionSchema: z.ZodType<Session> = z.object({
  origin: z.string(),
  cookies: z.record(z.string(), z.string()),
});

/**
 * The session of a folder, encrypted with a key from the system's keychain. Where there is no keychain it is kept in memory
 * only, and people sign in again after a restart.
 */
export function createSessionCookie(folder: string, keychain: Keychain): SessionCookie {
  const place = path.join(folder, 'session.bin');
  let session: Promise<Session | undefined> | undefined;

  async function save(next: Session): Promise<void> {
    session = Promise.resolve(next);
    if (!(await keychain.isAsyncEncryptionAvailable())) return rm(place, { force: true });
    await replaceFile(place, await keychain.encryptStringAsync(JSON.stringify(next)));
  }

  async function current(origin: string): Promise<Session['cookies']> {
    session ??= readSession(place, keychain);
    const known = await session;
    return known?.origin === origin ? known.cookies : {};
  }

  return {
    header: async (origin) => {
      const pairs = Object.entries(await current(origin)).map(
        ([name, value]) => `${name}=${value}`,
      );
      return pairs.length > 0 ? pairs.join('; ') : undefined;
    },
    take: async (origin, setCookies) => {
      if (setCookies.length === 0) return;
      const cookies = { ...(await current(origin)) };
      for (const text of setCookies) applyCookie(cookies, text);
      await save({ origin, cookies });
    },
  };
}

async function readSession(place: string, keychain: Keychain): Promise<Session | undefined> {
  try {
    if (!(await keychain.isAsyncEncryptionAvailable())) return undefined;
    const { result } = await keychain.decryptStringAsync(await readFile(place));
    return sessionSchema.parse(JSON.parse(result));
  } catch {
    // No session yet, or one of another keychain (a copied folder): the person signs in.
    return undefined;
  }
}

// RFC 6265 5.2, as far as one server of our own needs it: name, value and whether it is to be forgotten.
function applyCookie(cookies: Record<string, string>, text: string): void {
  const [pair = '', ...attributes] = text.split(';');
  const split = pair.indexOf('=');
  const name = pair.slice(0, split).trim();
  if (split <= 0 || name === '__proto__') return;
  const isOver = attributes.some((attribute) => {
    const [key = '', value = ''] = attribute.trim().split(/=(.*)/s);
    if (key.toLowerCase() === 'max-age') return Number(value) <= 0;
    return key.toLowerCase() === 'expires' && Date.parse(value) <= Date.now();
  });
  const value = pair.slice(split + 1).trim();
  if (isOver || value === '') delete cookies[name];
  else cookies[name] = value;
}
