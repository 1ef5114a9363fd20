import type { InlineConfig } from 'vite';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { packedEmptyDatabase } from './empty-database.ts';
import { offlinePlugin } from './offline-plugin.ts';
import { rendererPlugins } from './renderer-plugins.ts';
import { root } from './run-process.ts';

/** One piece of the product: what it is built from, where it goes and how. */
export interface Part {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly config: (outDir: string) => InlineConfig;
  /** Files copied beside the output as they are, because the code finds them by its own address. */
  readonly copies: readonly string[];
  /** Files made for it, by name. */
  readonly made?: Readonly<Record<string, () => Promise<Uint8Array>>>;
}

const external = ['electron', /^node:/, ...builtinModules, 'pg-native'];

function nodeConfig(
  entries: Readonly<Record<string, string>>,
  output: Readonly<Record<string, unknown>>,
): (outDir: string) => InlineConfig {
  return (outDir) => ({
    root,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { ...entries },
        external,
        checks: { eval: false, bundlerTimings: false },
        output: { ...output },
      },
    },
  });
}

function rendererConfig(outDir: string): InlineConfig {
  return {
    root: path.join(root, 'renderer'),
    base: './',
    plugins: [rendererPlugins(), offlinePlugin()],
    worker: { format: 'es', plugins: rendererPlugins },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome150',
      sourcemap: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
}

const pglite = 'node_modules/@electric-sql/pglite/dist';

export const parts: readonly Part[] = [
  {
    name: 'main',
    inputs: ['electron', 'shared'],
    output: 'out/main',
    config: nodeConfig(
      { main: 'electron/main/main.ts' },
      { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
    ),
    copies: [],
  },
  {
    name: 'preload',
    inputs: ['electron', 'shared'],
    output: 'out/preload',
    // A sandboxed preload is one CommonJS file: it cannot load others.
    config: nodeConfig(
      { preload: 'electron/preload/preload.ts' },
      { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    ),
    copies: [],
  },
  {
    name: 'server',
    inputs: ['server', 'shared'],
    output: 'out/server',
    // Chunks lie flat beside the entries: PGlite looks for its files beside the code that holds it.
    config: nodeConfig(
      { server: 'server/main.ts', cli: 'server/cli.ts' },
      {
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: '[name]-[hash].mjs',
      },
    ),
    copies: [`${pglite}/pglite.wasm`, `${pglite}/pglite.data`, `${pglite}/initdb.wasm`],
    made: { 'empty-database.tar.gz': packedEmptyDatabase },
  },
  {
    name: 'renderer',
    inputs: ['renderer', 'shared'],
    output: 'out/renderer',
    config: rendererConfig,
    copies: [],
  },
];
