/** An import that a rule must refuse: the rule, the importing file, and the import as it is written there. */
export interface Plant {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

/** One violation of each rule of .dependency-cruiser.cjs; imports of types count like any other. */
export const plants: readonly Plant[] = [
  { rule: 'no-cycle', file: 'shared/core/circle-back.ts', imports: './circle.ts' },
  { rule: 'resolves', file: 'shared/core/nowhere.ts', imports: './not-there.ts' },

  { rule: 'shared-knows-only-its-own', file: 'shared/core/a.ts', imports: '../../server/app.ts' },
  { rule: 'shared-is-pure', file: 'shared/core/b.ts', imports: 'node:fs' },
  { rule: 'shared-is-pure', file: 'shared/core/c.ts', imports: 'react' },
  { rule: 'shared-part-is-known', file: 'shared/core/d.ts', imports: '../helpers/x.ts' },
  { rule: 'shared-core-arrow', file: 'shared/core/e.ts', imports: '../forms/x.ts' },
  { rule: 'shared-forms-arrow', file: 'shared/forms/e.ts', imports: '../records/x.ts' },
  { rule: 'shared-records-arrow', file: 'shared/records/e.ts', imports: '../journal/x.ts' },
  { rule: 'shared-vault-arrow', file: 'shared/vault/e.ts', imports: '../journal/x.ts' },
  { rule: 'shared-journal-arrow', file: 'shared/journal/e.ts', imports: '../sync/x.ts' },
  { rule: 'shared-rules-arrow', file: 'shared/rules/e.ts', imports: '../analysis/x.ts' },
  { rule: 'shared-sync-arrow', file: 'shared/sync/e.ts', imports: '../exports/x.ts' },
  { rule: 'shared-analysis-arrow', file: 'shared/analysis/e.ts', imports: '../rules/x.ts' },
  { rule: 'shared-exports-arrow', file: 'shared/exports/e.ts', imports: '../bundle/x.ts' },
  { rule: 'shared-bundle-arrow', file: 'shared/bundle/e.ts', imports: '../desktop/x.ts' },
  { rule: 'shared-desktop-arrow', file: 'shared/desktop/e.ts', imports: '../forms/x.ts' },

  {
    rule: 'renderer-knows-only-its-own',
    file: 'renderer/app/a.ts',
    imports: '../../server/app.ts',
  },
  { rule: 'renderer-has-no-node', file: 'renderer/app/b.ts', imports: 'node:path' },
  { rule: 'renderer-has-no-server-package', file: 'renderer/app/c.ts', imports: 'kysely' },
  { rule: 'renderer-part-is-known', file: 'renderer/app/d.ts', imports: '../helpers/x.ts' },
  { rule: 'renderer-i18n-arrow', file: 'renderer/i18n/e.ts', imports: '../ui/x.ts' },
  { rule: 'renderer-platform-arrow', file: 'renderer/platform/e.ts', imports: '../db/x.ts' },
  { rule: 'renderer-ui-arrow', file: 'renderer/ui/e.ts', imports: '../platform/x.ts' },
  { rule: 'renderer-db-arrow', file: 'renderer/db/e.ts', imports: '../sync/x.ts' },
  { rule: 'renderer-vault-arrow', file: 'renderer/vault/e.ts', imports: '../sync/x.ts' },
  { rule: 'renderer-forms-arrow', file: 'renderer/forms/e.ts', imports: '../db/x.ts' },
  { rule: 'renderer-sync-arrow', file: 'renderer/sync/e.ts', imports: '../forms/x.ts' },
  {
    rule: 'renderer-services-arrow',
    file: 'renderer/services/e.ts',
    imports: '../features/x/x.ts',
  },
  { rule: 'renderer-features-arrow', file: 'renderer/features/a/e.ts', imports: '../../app/x.ts' },
  { rule: 'renderer-app-arrow', file: 'renderer/app/e.ts', imports: '../main.tsx' },
  {
    rule: 'features-do-not-know-each-other',
    file: 'renderer/features/a/f.ts',
    imports: '../b/x.ts',
  },
  { rule: 'ui-knows-no-domain', file: 'renderer/ui/f.ts', imports: '#shared/records/x.ts' },
  { rule: 'only-db-knows-dexie', file: 'renderer/features/a/g.ts', imports: 'dexie' },

  {
    rule: 'electron-knows-only-its-own',
    file: 'electron/main/a.ts',
    imports: '../../renderer/main.tsx',
  },
  {
    rule: 'preload-knows-only-the-contract',
    file: 'electron/preload/a.ts',
    imports: '#shared/sync/x.ts',
  },
  { rule: 'preload-knows-only-the-contract', file: 'electron/preload/b.ts', imports: 'node:fs' },
  { rule: 'main-does-not-know-preload', file: 'electron/main/b.ts', imports: '../preload/x.ts' },
  { rule: 'electron-has-no-other-packages', file: 'electron/main/c.ts', imports: 'fastify' },

  { rule: 'server-knows-only-its-own', file: 'server/a.ts', imports: '../electron/main/x.ts' },
  { rule: 'server-has-no-electron', file: 'server/b.ts', imports: 'electron' },
  { rule: 'server-store-arrow', file: 'server/store/e.ts', imports: '../services/x.ts' },
  { rule: 'server-services-arrow', file: 'server/services/e.ts', imports: '../routes/x.ts' },
  { rule: 'server-plugins-arrow', file: 'server/plugins/e.ts', imports: '../store/x.ts' },
  { rule: 'server-routes-arrow', file: 'server/routes/e.ts', imports: '../store/x.ts' },
  { rule: 'only-store-knows-sql', file: 'server/services/f.ts', imports: 'pg' },

  { rule: 'build-knows-only-its-own', file: 'build/a.ts', imports: '../server/app.ts' },
];

/** Imports that follow the arrows, and must pass. */
export const goodImports: readonly Omit<Plant, 'rule'>[] = [
  { file: 'shared/core/good.ts', imports: 'zod' },
  { file: 'shared/core/good-hash.ts', imports: '@noble/hashes/sha2.js' },
  { file: 'shared/records/good.ts', imports: '../forms/x.ts' },
  { file: 'shared/bundle/good.ts', imports: '../sync/x.ts' },
  { file: 'shared/desktop/good.ts', imports: '../journal/x.ts' },
  { file: 'renderer/ui/good.ts', imports: '#shared/core/x.ts' },
  { file: 'renderer/db/good.ts', imports: 'dexie' },
  { file: 'renderer/features/a/good.ts', imports: '../../forms/x.ts' },
  { file: 'renderer/features/a/good-own.ts', imports: './x.ts' },
  { file: 'electron/preload/good.ts', imports: '#shared/desktop/x.ts' },
  { file: 'electron/preload/good-electron.ts', imports: 'electron' },
  { file: 'electron/main/good.ts', imports: 'node:fs' },
  { file: 'server/routes/good.ts', imports: '../services/x.ts' },
  { file: 'server/store/good.ts', imports: 'kysely' },
  { file: 'test/good.ts', imports: '../renderer/db/x.ts' },
];
