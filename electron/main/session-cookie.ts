import path from 'node:path';
import { z } from 'zod';
import type { Sealer } from '#shared/vault/seal.ts';
import { sealedFile } from './sealed-file.ts';

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

/** The name of the file that holds a vault's session. */
export const SESSION_FILE = 'session.sealed';

/** The session of a vault's folder, sealed: the system's keychain is not needed, and its change locks nobody out. */
export function createSessionCookie(folder: string, sealer: Sealer): SessionCookie {
  const file = sealedFile(path.join(folder, SESSION_FILE), 'session', sealer, sessionSchema);
  let session: Promise<Session | undefined> | undefined;

  async function save(next: { origin: string; cookies: Record<string, string> }): Promise<void> {
    session = Promise.resolve(next);
    await file.write(next);
  }

  async function current(origin: string): Promise<Session['cookies']> {
    session ??= file.read();
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
