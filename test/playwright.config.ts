import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../build/find-browser.ts';
import { leanBrowser } from './support/lean-browser.ts';

const browser = findBrowser();
const isRoot = process.getuid?.() === 0;
const root = path.resolve(import.meta.dirname, '..');

export default defineConfig<object, { host: 'double' | 'electron' }>({
  testDir: 'e2e',
  globalSetup: './support/prepare-sample.ts',
  outputDir: path.join(root, 'test-results/playwright'),
  // On two cores two workers leave them idle more than half the time: most of a screen test is waiting.
  workers: 3,
  // One more try tells a busy machine from a fault: a test that passes only then is reported as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [
    ['list'],
    ['./support/skip-reporter.ts'],
    ['json', { outputFile: path.join(root, 'test-results/playwright.json') }],
  ],
  use: {
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      // The camera shows moving colours.
      args: [
        leanBrowser,
        '--use-fake-device-for-media-stream',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'web', testMatch: 'web/**/*.spec.ts' },
    { name: 'double', testMatch: 'desktop/**/*.spec.ts', use: { host: 'double' } },
    { name: 'electron', testMatch: 'desktop/**/*.spec.ts', use: { host: 'electron' } },
  ],
});
