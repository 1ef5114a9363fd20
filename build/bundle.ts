import { buildProduct } from './build-product.ts';

// npm run build: every part; with --stale only what changed.
try {
  await buildProduct({ onlyStale: process.argv.includes('--stale') });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
