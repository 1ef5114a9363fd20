import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { joinBytes } from './bytes.ts';

/** The least a server can do with JSON: take a body and parse it, or give one. */
export interface BareSite {
  readonly address: string;
  /** What `GET /bare` gives from now on. */
  serve(json: string): void;
  close(): Promise<void>;
}

export async function startBareSite(): Promise<BareSite> {
  let answer = '{}';
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'POST') {
        JSON.parse(new TextDecoder().decode(await joinBytes(request)));
        response.setHeader('content-type', 'application/json').end('{}');
      } else if (request.url === '/bare') {
        response.setHeader('content-type', 'application/json').end(answer);
      } else
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>bare</title>');
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    serve(json) {
      answer = json;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
