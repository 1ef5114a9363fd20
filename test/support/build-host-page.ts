import path from 'node:path';
import { build } from 'vite';
import { offlinePlugin } from '../../build/offline-plugin.ts';

/** Builds the page without a product, that tests of the hosts speak through, as the product's page is built. */
export async function buildHostPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(import.meta.dirname, 'host-page'),
    base: './',
    plugins: [offlinePlugin()],
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'chrome150' },
  });
}
