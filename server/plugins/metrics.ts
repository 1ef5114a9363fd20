import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FigureSources } from '../services/server-figures.ts';

/** What a server tells of itself in figures, in the text format of Prometheus: no name, number or price of anybody. */
export interface Metrics {
  /** Counts and times the requests of an app, by route. */
  measure(app: FastifyInstance): void;
  text(): Promise<string>;
}

const SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 300];

/** The figures of one process, and of the database that all share. */
export function createMetrics({ held, connections }: FigureSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'bazarnegar_request_seconds',
    help: 'Requests this process has answered, by route and status, and how long they took',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const [pool, content, refused] = [
    gauge('connections', 'Connections of this process to its database', ['state']),
    gauge('held', 'What the database holds, over all projects', ['what']),
    gauge('refused_entries', 'Entries in quarantine, by the kind of their failure', ['kind']),
  ];

  function gauge<L extends string>(name: string, help: string, labelNames: L[]): Gauge<L> {
    return new Gauge({ name: `bazarnegar_${name}`, help, labelNames, registers: [registry] });
  }

  return {
    measure(app) {
      app.addHook('onResponse', async (request, reply) => {
        const { method, routeOptions } = request;
        const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode };
        requests.observe(labels, reply.elapsedTime / 1000);
      });
    },
    async text() {
      for (const [state, count] of Object.entries(connections())) pool.set({ state }, count);
      const { refused: byKind, ...counts } = await held();
      for (const [what, count] of Object.entries(counts)) content.set({ what }, count);
      refused.reset();
      for (const [kind, count] of byKind) refused.set({ kind }, count);
      return registry.metrics();
    },
  };
}

/** A listener that gives the figures to this machine alone. */
export interface MetricsListener {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers `GET /metrics` on a port of its own. Behind a proxy every request comes from this machine, so an address would guard
 * nothing on the port that all use.
 */
export async function listenForMetrics(
  port: number,
  { text }: Pick<Metrics, 'text'>,
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (figures) =>
        response.setHeader('content-type', Registry.PROMETHEUS_CONTENT_TYPE).end(figures),
      () => response.writeHead(503).end(),
    );
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
