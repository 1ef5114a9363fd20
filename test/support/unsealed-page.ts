import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'vite';
import { parts } from '../../build/parts.ts';

/** What is sealed with, and what seals nothing in its place. */
const standIns: Readonly<Record<string, string>> = {
  'shared/vault/seal.ts': 'unsealed/seal.ts',
  'renderer/db/sealed-index.ts': 'unsealed/sealed-index.ts',
};

/** Where the product without sealing lies beside the product; with its slash. */
export const UNSEALED_PATH = 'unsealed/';

/**
 * A folder with the built product, and the same sources built with nothing sealed below `unsealed/`. Nothing in the product turns
 * sealing off: the stand-ins are put in while this page is built.
 */
export async function buildUnsealedPage(folder: string): Promise<string> {
  const renderer = parts.find(({ name }) => name === 'renderer');
  if (!renderer) throw new Error('no part is called renderer');
  const pages = path.join(folder, 'pages');
  cpSync(path.resolve(renderer.output), pages, { recursive: true });
  const { plugins, ...config } = renderer.config(path.join(pages, UNSEALED_PATH));
  const replaced = new Set<string>();
  await build({
    configFile: false,
    logLevel: 'error',
    ...config,
    plugins: [unsealing(replaced), ...(plugins ?? [])],
  });
  // A file that moved would leave the product as it is, and the benches would compare it with itself.
  if (replaced.size !== Object.keys(standIns).length) {
    throw new Error(`sealing was replaced in ${[...replaced].join(', ') || 'no file'} only`);
  }
  return pages;
}

function unsealing(replaced: Set<string>): Plugin {
  const root = path.resolve(import.meta.dirname, '../..');
  return {
    name: 'bazarnegar-unsealed',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      if (!found) return null;
      const name = path.relative(root, found.id).split(path.sep).join('/');
      const standIn = standIns[name];
      if (standIn === undefined) return found;
      replaced.add(name);
      return path.join(import.meta.dirname, standIn);
    },
  };
}
