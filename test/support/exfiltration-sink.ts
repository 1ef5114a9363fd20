import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where everything arrives that leaks. */
export interface Sink {
  /** The channels that arrived. */
  readonly seen: ReadonlySet<string>;
  /** How many connections there were, whatever came over them. */
  readonly connections: () => number;
  /** Its ports. */
  readonly http: number;
  readonly udp: number;
  readonly close: () => void;
}

export const EMPTY_PAGE = '<!doctype html><title>x</title><body></body>';

/** Opens what listens for whoever comes: over HTTP with the name of the channel as its path, and over UDP. */
export async function openSink(): Promise<Sink> {
  const seen = new Set<string>();
  let connections = 0;
  const http = createServer((request, response) => {
    seen.add(decodeURIComponent((request.url ?? '/').slice(1)));
    response.setHeader('content-type', 'text/html');
    response.end(request.url === '/' ? EMPTY_PAGE : '');
  });
  http.on('upgrade', (request, socket) => {
    seen.add(decodeURIComponent((request.url ?? '/').slice(1)));
    socket.destroy();
  });
  http.on('connection', () => {
    connections += 1;
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const udp = createSocket('udp4', () => seen.add('webrtc'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  return {
    seen,
    connections: () => connections,
    http: (http.address() as AddressInfo).port,
    udp: udp.address().port,
    close() {
      http.closeAllConnections();
      http.close();
      udp.close();
    },
  };
}

/** Code that tries a channel out: what it throws is a refusal. */
export function tryOf(act: string, address: string, udp: number): string {
  return `(() => { const sink = ${JSON.stringify(address)}; const udp = ${udp}; try { ${act} } catch {} })()`;
}
