import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { getCACertificates } from 'node:tls';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { HttpRequest, HttpResponse } from '#shared/desktop/contract.ts';
import { MAX_CALL_BYTES } from '#shared/desktop/contract.ts';
import type { ExchangeLimits } from './exchange.ts';
import { exchange } from './exchange.ts';
import { parseServerAddress } from './server-address.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { SettingsFile } from './settings-file.ts';

/** The only way out of the app: requests to the one configured server. */
export interface ServerLink {
  address(): string | null;
  /** False where it may not be another than before. */
  setAddress(typed: string): Promise<Result<boolean, Failure>>;
  request(input: HttpRequest): Promise<Result<HttpResponse, Failure>>;
  close(): void;
}

/** A field laptop on a bad line may stand still for half a minute and go on; longer is a line that is gone. */
const usualLimits: ExchangeLimits = { idleMs: 45_000, responseBytes: MAX_CALL_BYTES };

/** Whether the server may be `to` from now on; `from`: the one that is set, null while none is. */
export type MayMove = (from: string | null, to: string) => Promise<boolean>;

/** The link to the server named in the settings, with the session kept in `cookie`. */
export function createServerLink(
  settings: SettingsFile,
  cookie: SessionCookie,
  mayMove: MayMove,
  limits: ExchangeLimits = usualLimits,
): ServerLink {
  const plain = new HttpAgent({ keepAlive: true, maxSockets: 4 });
  let secure: HttpsAgent | undefined;

  return {
    address: () => settings.get().server,
    setAddress: async (typed) => {
      const origin = parseServerAddress(typed);
      if (origin === null) return err({ kind: 'network/bad-address', address: typed });
      const known = settings.get().server;
      if (known === origin) return ok(true);
      if (!(await mayMove(known, origin))) return ok(false);
      await settings.set({ server: origin });
      return ok(true);
    },
    request: async (input) => {
      const origin = settings.get().server;
      if (origin === null) return err({ kind: 'network/no-server-set' });
      const isSecure = origin.startsWith('https:');
      if (isSecure) secure ??= secureAgent();
      const agent = (isSecure && secure) || plain;
      const exchanged = await exchange(origin, input, await cookie.header(origin), agent, limits);
      if (!exchanged.ok) return exchanged;
      await cookie.take(origin, exchanged.value.setCookies);
      return ok(exchanged.value.response);
    },
    close: () => {
      plain.destroy();
      secure?.destroy();
    },
  };
}

function secureAgent(): HttpsAgent {
  const ca = trustedAuthorities();
  return new HttpsAgent({ keepAlive: true, maxSockets: 4, ...(ca && { ca }) });
}

// Also what the system trusts: a ministry's server may have a certificate of its own authority, installed on its laptops.
function trustedAuthorities(): string[] | undefined {
  try {
    return [...getCACertificates('default'), ...getCACertificates('system')];
  } catch {
    // A store that cannot be read must not cost the servers that need none of it.
    return undefined;
  }
}
