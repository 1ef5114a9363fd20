// The service worker of the browser host, built to `offline.js` beside index.html. build/offline-plugin.ts puts the list of built files and
// a stamp of their content in place of the two texts below.

interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface PageRequest extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: PageRequest) => void): void;
}

const worker = globalThis as unknown as ServiceWorkerScope;
const files = JSON.parse('__OFFLINE_FILES__') as readonly string[];
const PREFIX = 'bazarnegar-';
const cacheName = `${PREFIX}__OFFLINE_STAMP__`;
/** How long the network may take to answer before the page is opened from the cache. */
const PATIENCE_MS = 4000;

const addresses = new Set(files.map((name) => new URL(name, worker.registration.scope).href));
const start = new URL('index.html', worker.registration.scope).href;
const locked = new URL('locked.html', worker.registration.scope).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(fillCache().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldCaches().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/, 1)[0] ?? '';
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    // Only the page itself; what the server has besides it (exports, health) is not ours to answer.
    if (address === start || address === worker.registration.scope) event.respondWith(openPage());
    // From the cache with the headers it came with: they are what it is for.
    if (address === locked) event.respondWith(fromCache(locked));
  } else if (addresses.has(address)) event.respondWith(fromCache(address));
});

async function fillCache(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([...addresses].map((address) => new Request(address, { cache: 'reload' })));
}

// The one before is kept: a page that is still open may ask for a part of it.
async function dropOldCaches(): Promise<void> {
  const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const others = own.filter((name) => name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

// The network first, so that a new version is seen at once; a slow or strange answer is not waited for.
async function openPage(): Promise<Response> {
  try {
    const fresh = await fetch(start, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (fresh.ok && !fresh.redirected) return fresh;
  } catch {
    // Without a network the page comes from the cache.
  }
  return fromCache(start);
}

async function fromCache(address: string): Promise<Response> {
  const current = await caches.open(cacheName);
  const kept = (await current.match(address)) ?? (await caches.match(address));
  return kept ?? fetch(address);
}
