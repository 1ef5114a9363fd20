'use strict';

// Who may import whom. test/checks/boundary-rules.test.ts plants one violation of every rule here and sees it caught.

const folders = ['shared', 'renderer', 'electron', 'server', 'build', 'test'];

/** npm packages that `shared/` may use: pure code, the same on every platform. */
const sharedPackages = [
  'zod',
  '@noble/ciphers',
  '@noble/hashes',
  'hash-wasm',
  'age-encryption',
  'decimal\\.js',
  '@internationalized/date',
  'fflate',
];

/** Each part of `shared/` and the parts it may import besides itself. */
const sharedLayers = {
  core: [],
  forms: ['core'],
  records: ['core', 'forms'],
  vault: ['core'],
  journal: ['core', 'forms', 'records', 'vault'],
  rules: ['core', 'forms', 'records'],
  sync: ['core', 'forms', 'records'],
  analysis: ['core', 'forms', 'records'],
  exports: ['core', 'forms', 'records'],
  bundle: ['core', 'forms', 'records', 'journal', 'rules', 'sync', 'analysis', 'exports'],
  desktop: ['core', 'journal', 'sync', 'vault'],
};

/** Each part of `renderer/` and the parts it may import besides itself. `renderer/main.tsx` may import all. */
const rendererLayers = {
  i18n: [],
  platform: [],
  ui: ['i18n'],
  db: ['ui', 'i18n', 'platform'],
  vault: ['ui', 'i18n', 'platform', 'db'],
  forms: ['ui', 'i18n', 'platform'],
  sync: ['ui', 'i18n', 'platform', 'db'],
  services: ['i18n', 'platform', 'db', 'vault', 'forms', 'sync'],
  features: ['ui', 'i18n', 'platform', 'db', 'vault', 'forms', 'sync', 'services'],
  app: ['ui', 'i18n', 'platform', 'db', 'vault', 'forms', 'sync', 'services', 'features'],
};

/** Each part of `server/` and the parts it may import besides itself. The files beside them put the parts together. */
const serverLayers = {
  store: [],
  services: ['store'],
  plugins: ['services'],
  routes: ['services', 'plugins'],
};

const group = (names) => `(${names.join('|')})`;
const npm = (names) => `^node_modules/${group(names)}/`;
const outside = [
  'core',
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];

const forbid = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

function folderRule(folder, allowed, comment) {
  const others = folders.filter((name) => name !== folder && !allowed.includes(name));
  return forbid(
    `${folder}-knows-only-its-own`,
    { path: `^${folder}/` },
    { path: `^${group(others)}/` },
    comment,
  );
}

function layerRules(folder, layers) {
  return Object.entries(layers).map(([layer, below]) =>
    forbid(
      `${folder}-${layer}-arrow`,
      { path: `^${folder}/${layer}/` },
      { path: `^${folder}/`, pathNot: `^${folder}/${group([layer, ...below])}/` },
      `${folder}/${layer} may import ${[layer, ...below].join(', ')} of ${folder}/`,
    ),
  );
}

module.exports = {
  forbidden: [
    forbid(
      'no-cycle',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'Cut the circle: move what both sides need below them. Circles of types only are tolerated',
    ),
    forbid(
      'resolves',
      {},
      { couldNotResolve: true, pathNot: '\\.po$' },
      'The import leads nowhere',
    ),

    folderRule('shared', [], 'shared/ imports nothing of ours'),
    folderRule('renderer', ['shared'], 'The renderer meets the others through shared/'),
    folderRule('electron', ['shared'], 'The shell meets the others through shared/'),
    folderRule('server', ['shared'], 'The server meets the others through shared/'),
    folderRule(
      'build',
      ['shared'],
      'Build scripts start the product as processes, they do not import it',
    ),

    forbid(
      'shared-is-pure',
      { path: '^shared/' },
      { dependencyTypes: outside, pathNot: npm(sharedPackages) },
      'shared/ runs everywhere: no Node module, no npm package but the listed pure ones',
    ),
    forbid(
      'shared-part-is-known',
      { path: '^shared/' },
      { path: '^shared/', pathNot: `^shared/${group(Object.keys(sharedLayers))}/` },
      'A new part of shared/ needs its arrows in .dependency-cruiser.cjs first',
    ),
    ...layerRules('shared', sharedLayers),

    forbid(
      'renderer-has-no-node',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
      'The page has no Node',
    ),
    forbid(
      'renderer-has-no-server-package',
      { path: '^renderer/' },
      {
        path: npm([
          'electron',
          'pg',
          'kysely',
          '@electric-sql/pglite',
          'fastify',
          '@fastify/[^/]+',
        ]),
      },
      'Packages of the shell and of the server stay there',
    ),
    forbid(
      'renderer-part-is-known',
      { path: '^renderer/' },
      { path: '^renderer/[^/]+/', pathNot: `^renderer/${group(Object.keys(rendererLayers))}/` },
      'A new part of renderer/ needs its arrows in .dependency-cruiser.cjs first',
    ),
    ...layerRules('renderer', rendererLayers),
    forbid(
      'features-do-not-know-each-other',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'What two features need belongs below them (forms, db, ui) or in the address',
    ),
    forbid(
      'ui-knows-no-domain',
      { path: '^renderer/ui/' },
      { path: '^shared/', pathNot: '^shared/core/' },
      'ui/ takes values and callbacks; domain words belong to features and forms',
    ),
    forbid(
      'only-db-knows-dexie',
      { path: '^renderer/', pathNot: '^renderer/db/' },
      { path: npm(['dexie', 'dexie-react-hooks']) },
      'Read and write through a store of renderer/db',
    ),

    forbid(
      'preload-knows-only-the-contract',
      { path: '^electron/preload/' },
      { pathNot: ['^electron/preload/', '^shared/desktop/', npm(['electron'])] },
      'The preload is one frozen object made from shared/desktop/contract.ts',
    ),
    forbid(
      'main-does-not-know-preload',
      { path: '^electron/', pathNot: '^electron/preload/' },
      { path: '^electron/preload/' },
      'The preload runs in the page, not in the main process',
    ),
    forbid(
      'electron-has-no-other-packages',
      { path: '^electron/' },
      {
        path: npm([
          'react',
          'react-dom',
          'dexie',
          'pg',
          'kysely',
          '@electric-sql/pglite',
          'fastify',
          '@fastify/[^/]+',
        ]),
      },
      'The shell has no domain logic, no screens and no database',
    ),

    forbid(
      'server-has-no-electron',
      { path: '^server/' },
      { path: npm(['electron', 'react', 'react-dom', 'dexie']) },
      'The server runs without a screen',
    ),
    ...layerRules('server', serverLayers),
    forbid(
      'only-store-knows-sql',
      { path: '^server/', pathNot: '^server/store/' },
      { path: npm(['pg', 'kysely', '@electric-sql/pglite']) },
      'SQL lives in server/store, each query named after its question',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|\\.cache)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
