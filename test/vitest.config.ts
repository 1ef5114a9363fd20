import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { rendererPlugins } from '../build/renderer-plugins.ts';
import { totalsReporter } from '../build/vitest-totals.ts';
import { quickWasm } from './support/quick-wasm.ts';

// Generous limits: PGlite's first start takes long on a busy machine, and no test here measures time.
const limits = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 20_000 } },
};

// Set by `npm test`, which adds the numbers up.
const totalsFile = process.env['VITEST_TOTALS'];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  cacheDir: '.cache/vitest',
  plugins: [rendererPlugins()],
  test: {
    projects: [
      {
        extends: true,
        test: { ...limits, name: 'node', environment: 'node', include: ['test/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { ...limits, name: 'page', environment: 'jsdom', include: ['test/**/*.test.tsx'] },
      },
    ],
    reporters: totalsFile === undefined ? ['default'] : ['default', totalsReporter(totalsFile)],
    maxWorkers: 2,
    execArgv: [quickWasm],
    ...(totalsFile !== undefined && { globalSetup: 'test/support/prepare-sample.ts' }),
    coverage: { provider: 'v8', reportsDirectory: 'coverage' },
  },
});
