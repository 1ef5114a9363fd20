import { readFileSync } from 'node:fs';
import { z } from 'zod';

// Newest releases can lack the packages of some platforms in a registry; npm then writes a lock without them, and `npm ci` fails elsewhere.

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.optional(z.record(z.string(), z.string())) }),
  ),
});

const { packages } = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const missing = Object.entries(packages).flatMap(([place, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !(`${place}/node_modules/${name}` in packages))
    .filter((name) => !(`node_modules/${name}` in packages))
    .map(
      (name) => `${place || 'package.json'} asks for ${name}, which is not in package-lock.json`,
    ),
);

for (const line of missing) console.error(line);
if (missing.length > 0) {
  console.error('Pin the newest release that has a package for every platform, then lock again.');
  process.exitCode = 1;
} else {
  console.log(`package-lock.json is complete: ${Object.keys(packages).length} packages`);
}
