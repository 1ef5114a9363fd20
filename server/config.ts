import path from 'node:path';
import { z } from 'zod';

/** How the server runs, read once from the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of everything the server keeps: the embedded database and the photos. */
  readonly dataFolder: string;
  /** PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Whether an empty server begins with the sample project. */
  readonly startsWithSample: boolean;
  /** Folder of the built web page. */
  readonly pageFolder: string;
  /** Addresses of proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  /** Whether browsers reach the server by https: cookies are then marked Secure and HSTS is sent. */
  readonly isHttps: boolean;
  /** Names, beside addresses and localhost, under which browsers reach the server. */
  readonly publicHosts: readonly string[];
  readonly logLevel: string;
  /** Port on which this machine alone is told figures; undefined for none. */
  readonly metricsPort: number | undefined;
}

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''));
const flag = z
  .enum(['0', '1', ''], 'must be 1 or 0')
  .default('')
  .transform((value) => value === '1');

const port = z.string().transform(Number).pipe(z.int('must be a port number').min(0).max(65_535));

const environmentSchema = z.object({
  PORT: z.string().default('47615').pipe(port),
  METRICS_PORT: z.union([z.literal('').transform(() => undefined), port]).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  BAZARNEGAR_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:postgres(?:ql)?:\/\/.*)?$/, 'must begin with postgres://')
    .optional(),
  BAZARNEGAR_SAMPLE: flag,
  BAZARNEGAR_PAGE: z.string().min(1).optional(),
  TRUST_PROXY: list,
  SECURE_COOKIES: flag,
  PUBLIC_HOSTS: list,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be a level of the log')
    .default('info'),
});

/** Reads the configuration; throws a sentence that names the variable where one makes no sense. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Cannot start with this configuration: ${wrong.join('; ')}`);
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    dataFolder: path.resolve(values.BAZARNEGAR_DATA),
    databaseUrl: values.DATABASE_URL === '' ? undefined : values.DATABASE_URL,
    startsWithSample: values.BAZARNEGAR_SAMPLE,
    pageFolder: path.resolve(values.BAZARNEGAR_PAGE ?? builtPage()),
    trustedProxies: values.TRUST_PROXY,
    isHttps: values.SECURE_COOKIES,
    publicHosts: values.PUBLIC_HOSTS,
    logLevel: values.LOG_LEVEL,
    metricsPort: values.METRICS_PORT,
  };
}

// Built, this file lies in out/server beside out/renderer; run from its source it lies in server/.
function builtPage(): string {
  const above = path.resolve(import.meta.dirname, '..');
  return path.join(path.basename(above) === 'out' ? above : path.join(above, 'out'), 'renderer');
}
