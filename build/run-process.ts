import { spawn } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

/** The environment with the project's own tools, and its own Node where it brought one, first on the path. */
function toolEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const bin = path.join(root, 'node_modules', '.bin');
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${bin}${path.delimiter}${process.env[name] ?? ''}`, ...extra };
}

/** Runs one command line of package.json and keeps what it says. */
export async function runCommand(
  command: string,
  options: { readonly show: boolean; readonly env?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const began = performance.now();
  const child = spawn(command, {
    cwd: root,
    shell: true,
    env: toolEnvironment({ FORCE_COLOR: '0', ...options.env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      parts.push(text);
      if (options.show) process.stdout.write(text);
    });
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      parts.push(`${error.message}\n`);
      resolve(1);
    });
    child.once('close', (status) => {
      resolve(status ?? 1);
    });
  });
  return { code, output: parts.join(''), seconds: (performance.now() - began) / 1000 };
}
