import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';

test('without any setting the server keeps to this machine, its usual port and the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    port: 47615,
    host: '127.0.0.1',
    dataFolder: path.resolve('.data'),
    databaseUrl: undefined,
    startsWithSample: false,
    isHttps: false,
    trustedProxies: [],
    publicHosts: [],
    metricsPort: undefined,
  });
});

test('settings are read as they are meant', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    BAZARNEGAR_DATA: '/srv/bazarnegar',
    DATABASE_URL: 'postgres://db/bazarnegar',
    BAZARNEGAR_SAMPLE: '1',
    SECURE_COOKIES: '1',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
    PUBLIC_HOSTS: 'bazaar.example.org',
    METRICS_PORT: '9100',
  });
  expect(config).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    dataFolder: path.resolve('/srv/bazarnegar'),
    databaseUrl: 'postgres://db/bazarnegar',
    startsWithSample: true,
    isHttps: true,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    publicHosts: ['bazaar.example.org'],
    metricsPort: 9100,
  });
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://db'],
  ['BAZARNEGAR_SAMPLE', 'yes'],
  ['SECURE_COOKIES', 'true'],
  ['LOG_LEVEL', 'loud'],
])('a setting that makes no sense stops the start and is named: %s=%s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    `Cannot start with this configuration: ${name}:`,
  );
});
