import type { Request as PageRequest, Route } from 'playwright-core';
import { toAppAddress } from './addresses.ts';
import { host } from './host.ts';
import { isRequestCancelled } from './session.ts';

/** Answers a request of a page: through the app's own filter, then by its handler if the scheme is one of the app's. */
export async function serveRequest(route: Route): Promise<void> {
  const request = route.request();
  const address = toAppAddress(request.url());
  if (await isRequestCancelled(address, request.method())) return route.abort('blockedbyclient');
  if (address === request.url()) return route.continue();
  const handler = host.handlers.get(new URL(address).protocol.slice(0, -1));
  if (!handler) return route.abort('failed');
  try {
    const response = await handler(await toRequest(request, address));
    return await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  } catch (error) {
    console.error('protocol handler failed', address, error);
    return route.abort('failed').catch(() => undefined);
  }
}

async function toRequest(request: PageRequest, address: string): Promise<Request> {
  const headers = Object.entries(await request.allHeaders()).filter(([name]) => name[0] !== ':');
  const body = request.postDataBuffer();
  return new Request(address, {
    method: request.method(),
    headers: Object.fromEntries(headers),
    ...(body && { body: new Uint8Array(body) }),
  });
}
