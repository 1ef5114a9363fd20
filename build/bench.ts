import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchModule } from './bench-kind.ts';
import { buildProduct } from './build-product.ts';
import { root } from './run-process.ts';

// npm run bench [-- --only NAME ...] [--json] [--keep]: a table of all benches, or of the one of that name and those whose
// names begin with it and a dot; --json adds one JSON object as the last line, --keep writes it to test/bench/results/.

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

const figures: Record<string, Figure> = {};
const benches = (await findBenches()).filter(({ name }) => isWanted(name, options.only));
if (benches.length === 0) {
  console.error(
    `No bench${options.only === undefined ? '' : ` is called ${options.only.join(' or ')}`}.`,
  );
  process.exit(1);
}
await buildProduct({ onlyStale: true });

for (const bench of benches) {
  const { value, baseline } = await bench.run();
  const figure = {
    value: rounded(value),
    unit: bench.unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
  figures[bench.name] = figure;
  console.log(
    `${bench.name.padEnd(24)} ${`${figure.value} ${bench.unit}`.padStart(14)}  baseline ${`${figure.baseline} ${bench.unit}`.padStart(14)}  ratio ${String(figure.ratio).padStart(8)}   ${bench.compares}`,
  );
}
if (options.keep) keep(figures);
if (options.json) console.log(JSON.stringify(figures));

async function findBenches(): Promise<readonly Bench[]> {
  const files = globSync('test/bench/*.bench.ts', { cwd: root });
  const modules = await Promise.all(
    files.map(async (file): Promise<BenchModule> => {
      return import(pathToFileURL(path.join(root, file)).href);
    }),
  );
  const all = modules.flatMap((module) => ('bench' in module ? [module.bench] : module.benches));
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isWanted(name: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => name === one || name.startsWith(`${one}.`));
}

/** Four significant digits: the rest is noise. */
function rounded(figure: number): number {
  return Number(figure.toPrecision(4));
}

function keep(measured: Readonly<Record<string, Figure>>): void {
  const now = new Date().toISOString();
  const machine = {
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.arch()}`,
    node: process.version,
  };
  const folder = path.join(root, 'test', 'bench', 'results');
  const file = path.join(folder, `${now.slice(0, 19).replaceAll(':', '')}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: now, machine, figures: measured }, undefined, 2)}\n`);
  console.log(`Kept in ${path.relative(root, file)}`);
}
