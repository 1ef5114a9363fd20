import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../build/find-browser.ts';
import { startSampleServer } from './sample-server.ts';
import { buildUnsealedPage } from './unsealed-page.ts';

/** A real Chromium and the real built server with the sample project, for one bench. */
export interface BenchStage {
  readonly address: string;
  /** A new browser profile with a page on it. Profiles lie on the disk: in memory nothing would have to be flushed. */
  newPage(): Promise<Page>;
}

/** What the server gives browsers: the product, its store alone, or the product with one beside it that seals nothing. */
type StagePage = 'product' | 'store' | 'unsealed';

/** Runs a bench on a stage. */
export async function onStage<T>(
  page: StagePage,
  act: (stage: BenchStage) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
  const contexts: BrowserContext[] = [];
  const pages = await buildStage(page, folder);
  const environment = pages === undefined ? undefined : { BAZARNEGAR_PAGE: pages };
  const server = await startSampleServer(path.join(folder, 'server'), environment);
  try {
    return await act({
      address: `${server.url}/`,
      async newPage() {
        const context = await openBrowser(path.join(folder, `profile-${contexts.length}`));
        contexts.push(context);
        return context.pages()[0] ?? context.newPage();
      },
    });
  } finally {
    for (const context of contexts) await context.close();
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function buildStage(page: StagePage, folder: string): Promise<string | undefined> {
  if (page === 'store') return buildPage('store-page', folder);
  return page === 'unsealed' ? buildUnsealedPage(folder) : Promise.resolve(undefined);
}

/** A Chromium with its profile in a folder. */
export async function openBrowser(profile: string): Promise<BrowserContext> {
  const isRoot = process.getuid?.() === 0;
  const executablePath = findBrowser();
  return chromium.launchPersistentContext(profile, {
    ...(executablePath !== undefined && { executablePath }),
    args: isRoot ? ['--no-sandbox'] : [],
    viewport: { width: 1366, height: 768 },
  });
}

/** Builds a page of a bench; answers the folder it lies in. */
export async function buildPage(name: 'store-page' | 'peers', folder: string): Promise<string> {
  const outDir = path.join(folder, name);
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.join(import.meta.dirname, name),
    base: './',
    worker: { format: 'es' },
    // RxDB brings a Dexie of its own, which refuses to be the second on a page.
    resolve: { dedupe: ['dexie'] },
    build: { outDir, emptyOutDir: true, target: 'chrome150' },
  });
  return outDir;
}
