import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { holdLock } from './hold-lock.ts';
import { inputStamp } from './input-stamp.ts';
import type { Part } from './parts.ts';
import { parts } from './parts.ts';
import { root } from './run-process.ts';

/**
 * Builds every part, or with `onlyStale` those whose sources changed since; several runs at once wait for each other.
 * Throws what went wrong, after the parts that can be built are built.
 */
export async function buildProduct(options: { readonly onlyStale: boolean }): Promise<void> {
  const out = path.join(root, 'out');
  await mkdir(out, { recursive: true });
  const release = await holdLock(path.join(out, '.building'));
  try {
    const chosen = parts
      .map((part) => ({ part, stamp: inputStamp(part) }))
      .filter(({ part, stamp }) => !options.onlyStale || stamp !== readStamp(part));
    if (chosen.length === 0) {
      console.log('Everything is built.');
      return;
    }
    const began = performance.now();
    const built = await Promise.allSettled(
      chosen.map(async ({ part, stamp }) => buildPart(part, stamp)),
    );
    const failures = built.flatMap((part) => (part.status === 'rejected' ? [part.reason] : []));
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('\n'));
    const names = chosen.map(({ part }) => part.name).join(', ');
    console.log(`Built ${names} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } finally {
    await release();
  }
}

async function buildPart(part: Part, stamp: string): Promise<void> {
  // Built beside its place and then put there, so that nobody who runs the product meets a half-built folder.
  const fresh = path.join(root, 'out', `.${part.name}`);
  const place = path.join(root, part.output);
  await build({ configFile: false, logLevel: 'warn', ...part.config(fresh) });
  for (const file of part.copies) {
    await cp(path.join(root, file), path.join(fresh, path.basename(file)));
  }
  for (const [name, make] of Object.entries(part.made ?? {})) {
    await writeFile(path.join(fresh, name), await make());
  }
  await rm(place, { recursive: true, force: true });
  await rename(fresh, place);
  await mkdir(path.dirname(stampFile(part)), { recursive: true });
  await writeFile(stampFile(part), stamp);
}

function stampFile(part: Part): string {
  return path.join(root, 'out', '.stamps', part.name);
}

function readStamp(part: Part): string | undefined {
  const built = existsSync(path.join(root, part.output)) && existsSync(stampFile(part));
  return built ? readFileSync(stampFile(part), 'utf8') : undefined;
}
