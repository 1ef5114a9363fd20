import { buildProduct } from './build-product.ts';

// npm run build: every part; with --stale only what changed.
await buildProduct({ onlyStale: process.argv.includes('--stale') });
