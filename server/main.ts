import type { AddressInfo } from 'node:net';
import { readConfig } from './config.ts';
import type { OpenServer } from './open-server.ts';
import { openServer } from './open-server.ts';

// A stop that takes longer than this is a fault; whoever asked for it would kill the process anyway.
const MAX_STOP_MS = 30_000;

/** Starts the server and says on standard output, in one line of JSON, when it listens and where. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  const server = await openServer(config);
  stopOnSignals(server);
  let metrics: number | undefined;
  try {
    await server.app.listen({ port: config.port, host: config.host });
    if (config.metricsPort !== undefined)
      metrics = await server.listenForMetrics(config.metricsPort);
  } catch (error) {
    await server.close();
    throw error;
  }
  const { port } = server.app.server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ listening: port, metrics })}\n`);
}

function stopOnSignals(server: OpenServer): void {
  let isStopping = false;
  function stop(): void {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), MAX_STOP_MS).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  }
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

start().catch(fail);
