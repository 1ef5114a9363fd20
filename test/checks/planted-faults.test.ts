import { beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from './fault-plants.ts';
import { codeFaults, styleFaults } from './fault-plants.ts';
import type { ToolResult } from './planted-folder.ts';
import { inPlantedFolder, runTool } from './planted-folder.ts';

const goodCode = { 'shared/core/good.ts': 'export const a = 1;\n' };
const goodStyle = {
  'renderer/ui/good.module.css':
    '.a {\n  padding: 1px 2px 3px 2px;\n  margin-inline-start: 1px;\n  text-align: end;\n}\n',
};

async function examine(
  script: string,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  configs: readonly string[],
): Promise<ToolResult> {
  return inPlantedFolder({ files, configs, packages: 'ours' }, async (folder) =>
    runTool(script, args, folder),
  );
}

function filesOf(faults: readonly Fault[]): Record<string, string> {
  return Object.fromEntries(faults.map(({ file, code }) => [file, code]));
}

/** The lines of a tool's `unix` report that are about one file. */
function linesAbout(file: string, { output }: ToolResult): string {
  return output
    .split('\n')
    .filter((line) => line.includes(`${file}:`))
    .join('\n');
}

describe('the linter refuses', () => {
  let result: ToolResult;
  beforeAll(async () => {
    result = await examine(
      'oxlint/bin/oxlint',
      ['shared', 'renderer', '--format', 'unix'],
      { ...filesOf(codeFaults), ...goodCode },
      ['.oxlintrc.json', 'tsconfig.json', 'shared/tsconfig.json', 'renderer/tsconfig.json'],
    );
  });

  test.each(codeFaults)('$what', ({ file, rule }) => {
    expect(linesAbout(file, result)).toContain(rule);
    expect(result.code).toBe(1);
  });

  test('nothing in a file that follows the rules', () => {
    expect(linesAbout('shared/core/good.ts', result)).toBe('');
  });
});

describe('the style check refuses', () => {
  let result: ToolResult;
  beforeAll(async () => {
    result = await examine(
      'stylelint/bin/stylelint.mjs',
      ['renderer/**/*.css', '--formatter', 'unix'],
      { ...filesOf(styleFaults), ...goodStyle },
      ['.stylelintrc.json'],
    );
  });

  test.each(styleFaults)('$what', ({ file, rule }) => {
    expect(linesAbout(file, result)).toContain(rule);
    expect(result.code).toBe(2);
  });

  test('nothing in logical properties', () => {
    expect(linesAbout('renderer/ui/good.module.css', result)).toBe('');
  });
});

test('the check for unused code names an export that nobody uses, and only that', async () => {
  const { code, output } = await examine(
    'knip/bin/knip.js',
    ['--include', 'exports', '--no-config-hints'],
    {
      'package.json': JSON.stringify({ type: 'module' }),
      'server/main.ts': "import { wanted } from './words.ts';\n\nprocess.title = wanted;\n",
      'server/words.ts': "export const wanted = 'a';\nexport const forgotten = 'b';\n",
    },
    ['knip.json'],
  );
  expect(output).toContain('forgotten');
  expect(output).not.toContain('wanted');
  expect(code).toBe(1);
});
