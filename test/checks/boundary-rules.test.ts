import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { goodImports, plants } from './boundary-plants.ts';
import { inPlantedFolder, root, runTool } from './planted-folder.ts';

const folders = ['shared', 'renderer', 'electron', 'server', 'build', 'test'];

const reportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
type Report = z.infer<typeof reportSchema>['summary'];

async function cruise(folder: string): Promise<Report> {
  const args = [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { output } = await runTool('dependency-cruiser/bin/dependency-cruise.mjs', args, folder);
  return reportSchema.parse(JSON.parse(output)).summary;
}

function ruleNames(): readonly string[] {
  const config: unknown = createRequire(import.meta.url)(
    path.join(root, '.dependency-cruiser.cjs'),
  );
  const schema = z.object({ forbidden: z.array(z.object({ name: z.string() })) });
  return schema.parse(config).forbidden.map(({ name }) => name);
}

function plantedFiles(): Record<string, string> {
  const files: Record<string, string> = {
    'shared/core/circle.ts': "import { y } from './circle-back.ts';\nexport const x = y;\n",
  };
  const packages = new Set<string>(['@noble/hashes']);
  for (const { file, imports } of [...plants, ...goodImports]) {
    // Every other import is one of a type: it must be caught as well, but for a circle, where types are tolerated.
    const word = Object.keys(files).length % 2 === 0 || file.includes('circle') ? '' : 'type ';
    files[file] =
      `import ${word}{ x } from '${imports}';\nexport const y = ${word === '' ? 'x' : '1 as x'};\n`;
    if (/^[.#]/.test(imports)) {
      const target = imports.startsWith('#')
        ? imports.slice(1)
        : path.posix.join(path.posix.dirname(file), imports);
      if (!target.includes('not-there')) files[target] ??= 'export const x = 1;\n';
    } else if (!imports.startsWith('node:') && !imports.startsWith('@noble')) packages.add(imports);
  }
  for (const name of packages) {
    files[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0' });
    files[`node_modules/${name}/index.js`] = 'exports.x = 1;\n';
  }
  files['node_modules/@noble/hashes/sha2.js'] = 'exports.x = 1;\n';
  files['package.json'] = JSON.stringify({
    type: 'module',
    imports: { '#shared/*': './shared/*' },
    devDependencies: Object.fromEntries([...packages].map((name) => [name, '1.0.0'])),
  });
  return files;
}

describe('in a tree with one violation of each rule', () => {
  let report: Report;
  beforeAll(async () => {
    report = await inPlantedFolder(
      { files: plantedFiles(), configs: ['.dependency-cruiser.cjs'], packages: 'planted' },
      cruise,
    );
  });

  test.each(plants)('$rule refuses $imports in $file', ({ rule, file }) => {
    const caught = report.violations.filter(({ from }) => from === file);
    expect(caught.map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(goodImports)('$file may import $imports', ({ file }) => {
    expect(report.violations.filter(({ from }) => from === file)).toEqual([]);
  });
});

test('every rule has its planted violation', () => {
  const planted = plants.map(({ rule }) => rule);
  expect([...new Set(planted)].toSorted()).toEqual([...ruleNames()].toSorted());
});

test('the rules look at the whole product, not at an empty list of files', async () => {
  const report = await cruise(root);
  expect(report.totalCruised).toBeGreaterThan(500);
});
