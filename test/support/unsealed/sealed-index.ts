import type { DBCore, Middleware } from 'dexie';

// Stands in for `renderer/db/sealed-index.ts` in the one page that benches compare with: see `unsealed-page.ts`.

/** Leaves rows as they are: IndexedDB clones them by itself, which is what there would be without sealing. */
export function sealedIndex(): Middleware<DBCore> {
  return { stack: 'dbcore', name: 'unsealed-index', create: (core) => core };
}
