import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface ToolResult {
  readonly code: number;
  readonly output: string;
}

/** Runs `examine` in a throw-away folder with the given files, our own configuration files and, when asked, our packages. */
export async function inPlantedFolder<T>(
  options: {
    readonly files: Readonly<Record<string, string>>;
    readonly configs: readonly string[];
    readonly packages: 'ours' | 'planted';
  },
  examine: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'planted-'));
  try {
    for (const [file, text] of Object.entries(options.files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    for (const file of options.configs) await cp(path.join(root, file), path.join(folder, file));
    if (options.packages === 'ours')
      await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    return await examine(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a tool of ours, given as the path of its script in node_modules, in a folder. */
export async function runTool(
  script: string,
  args: readonly string[],
  folder: string,
): Promise<ToolResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(root, 'node_modules', script), ...args],
      { cwd: folder, maxBuffer: 64_000_000, env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code ?? 1);
        resolve({ code, output: `${stdout}${stderr}` });
      },
    );
  });
}
