import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Part } from './parts.ts';
import { root } from './run-process.ts';

const always = ['package.json', 'package-lock.json', 'tsconfig.json', 'lingui.config.ts'];
const builders = [
  'build-product.ts',
  'parts.ts',
  'offline-plugin.ts',
  'renderer-plugins.ts',
  'zod-without-eval.ts',
];

/** A text that changes with every file the part is built from. */
export function inputStamp(part: Part): string {
  const files = [
    ...always,
    ...builders.map((name) => `build/${name}`),
    ...part.inputs
      .flatMap((folder) => globSync(`${folder}/**/*`, { cwd: root }))
      .filter((file) => !file.endsWith('.md')),
  ];
  const hash = createHash('sha256');
  for (const file of files.toSorted((a, b) => (a < b ? -1 : 1))) {
    const place = path.join(root, file);
    if (statSync(place).isFile())
      hash.update(file).update('\0').update(readFileSync(place)).update('\0');
  }
  return hash.digest('hex');
}
