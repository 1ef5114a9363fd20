import type { ProjectId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { PullResponse, PushResponse } from '#shared/sync/http-api.ts';
import { pushResponseSchema } from '#shared/sync/http-api.ts';
import { pageOf, segmentOf } from './segments.ts';

interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

/** Someone signed in to a server with the sample project; each call names the process it asks, by its address. */
export interface SampleClient {
  readonly cookie: string;
  fetch(address: string, path: string, init?: Request): Promise<Response>;
  /** Sends a batch of one feed; throws where it is not answered well. */
  push(address: string, entries: readonly Entry[]): Promise<PushResponse>;
  pull(address: string, after: number): Promise<PullResponse>;
}

/** Tries to sign in with a sample account. */
export function tryToSignIn(
  address: string,
  name: string,
  password = 'sample-bazaar',
): Promise<Response> {
  return fetch(`${address}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}

/** Signs in with a sample account. */
export async function signInTo(address: string, name: string): Promise<SampleClient> {
  const answer = await tryToSignIn(address, name);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`sign-in: ${answer.status}`);

  async function ask(at: string, path: string, init: Request = {}): Promise<Response> {
    return fetch(`${at}${path}`, { ...init, headers: { ...init.headers, cookie: cookie ?? '' } });
  }

  return {
    cookie,
    fetch: ask,
    async push(at, entries) {
      const { bytes, headers } = segmentOf('sample' as ProjectId, entries);
      const pushed = await ask(at, '/sync/push', { method: 'POST', headers, body: bytes });
      if (!pushed.ok) throw new Error(`push: ${pushed.status} ${await pushed.text()}`);
      return pushResponseSchema.parse(await pushed.json());
    },
    async pull(at, after) {
      const pulled = await ask(at, `/sync/pull?protocol=2&after=${after}`);
      if (!pulled.ok) throw new Error(`pull: ${pulled.status} ${await pulled.text()}`);
      return pageOf(Object.fromEntries(pulled.headers), await pulled.bytes());
    },
  };
}
