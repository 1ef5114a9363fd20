import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from './run-process.ts';

const SERVICE_WORKER = 'offline.js';

/** Builds the browser host's service worker, and writes into it the list of all built files and a stamp of their content. */
export function offlinePlugin(): Plugin {
  return {
    name: 'bazarnegar-offline',
    apply: 'build',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: path.join(root, 'renderer/platform/offline.worker.ts'),
        fileName: SERVICE_WORKER,
      });
    },
    writeBundle({ dir }) {
      if (dir === undefined) throw new Error('the renderer is built to a folder');
      const files = builtFiles(dir);
      const stamp = createHash('sha256');
      for (const file of files) stamp.update(file).update(readFileSync(path.join(dir, file)));
      const place = path.join(dir, SERVICE_WORKER);
      const script = readFileSync(place, 'utf8')
        // With its quotes, whichever the minifier chose.
        .replace(/(["'`])__OFFLINE_FILES__\1/, JSON.stringify(JSON.stringify(files)))
        .replace('__OFFLINE_STAMP__', stamp.digest('hex').slice(0, 16));
      writeFileSync(place, script);
    },
  };
}

function builtFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(dir, name)).isFile())
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name !== SERVICE_WORKER && !name.endsWith('.map'))
    .toSorted();
}
