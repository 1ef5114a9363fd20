import { closeSync, fsyncSync, openSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface FileStream {
  readonly nfd?: number;
  readonly node: unknown;
}

interface MountedNodeFs {
  readonly stream_ops: { fsync?: (stream: FileStream) => number };
  realPath(node: unknown): string;
}

/**
 * PGlite 0.5.16 drops every fsync on the way to the disk (its issue 1107), so a power cut could take acknowledged
 * entries. This file system passes them on; `embedded-database.ts` starts PostgreSQL so that it asks for them.
 */
export class DurableNodeFS extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...parameters);
    started.emscriptenOpts.preRun?.push((module: unknown) => {
      const fs = (module as { readonly NODEFS: MountedNodeFs }).NODEFS;
      fs.stream_ops.fsync = (stream) => {
        if (stream.nfd === undefined) syncFolder(fs.realPath(stream.node));
        else fsyncSync(stream.nfd);
        return 0;
      };
    });
    return started;
  }
}

function syncFolder(folder: string): void {
  // Windows has no such act for folders.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
