import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const mainFolder = path.join(root, 'electron/main');
const entry = path.join(mainFolder, 'main.ts');
const double = fileURLToPath(
  new URL('../../support/host-double/electron-for-main.ts', import.meta.url),
);

// The compiler reads all of Electron's types: on a busy machine that takes its time.
const limit = 300_000;

// Electron's own types are long: they are read once for both tests.
const parsed = new Map<string, ts.SourceFile>();

/**
 * What the compiler says of electron/ when `electron` is the double. The name is exchanged in the text, because Electron's types
 * declare that module for the whole program and would win over any setting of paths. `change` alters main.ts first.
 */
function checkAgainstDouble(
  files: (name: string) => boolean,
  change: (source: string) => string = (source) => source,
): string {
  const config = ts.readConfigFile(path.join(root, 'electron/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    path.join(root, 'electron'),
  );
  const host = ts.createCompilerHost(options);
  const compiler: ts.CompilerHost = {
    ...host,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    readFile: (file) => {
      const source = host.readFile(file);
      if (source === undefined || !file.startsWith(path.join(root, 'electron'))) return source;
      const place = path.relative(path.dirname(file), double).split(path.sep).join('/');
      const own = file === entry ? change(source) : source;
      return own.replaceAll(/from 'electron'/g, `from '${place}'`);
    },
    getSourceFile: (file, language) => {
      const known = parsed.get(file);
      if (known) return known;
      const text = compiler.readFile(file);
      if (text === undefined) return undefined;
      const fresh = ts.createSourceFile(file, text, language);
      if (file !== entry) parsed.set(file, fresh);
      return fresh;
    },
  };
  const program = ts.createProgram(
    [entry, path.join(root, 'shared/core/platform.d.ts')],
    { ...options, lib: [...(options.lib ?? []), 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
    compiler,
  );
  // The double's own files are checked with all tests.
  const found = program
    .getSourceFiles()
    .filter(({ fileName }) => files(fileName))
    .flatMap((file) => program.getSemanticDiagnostics(file));
  return ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });
}

test(
  'the double has everything of Electron that main uses, with the same types',
  () => {
    const said = checkAgainstDouble((name) => name.startsWith(`${root}/electron/`));
    expect(said).toBe('');
  },
  limit,
);

test(
  'main using something the double lacks is noticed',
  () => {
    const said = checkAgainstDouble(
      (name) => name === entry,
      (source) => `${source}\napp.setLoginItemSettings({});\n`,
    );
    expect(said).toContain("Property 'setLoginItemSettings' does not exist");
  },
  limit,
);
