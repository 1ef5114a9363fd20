import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runCommand } from './run-process.ts';

// npm run sbom: what the product is made of, as CycloneDX 1.5, by npm itself from the lock file. Everything is bundled, so the packages that go
// into the product are among the development ones.

const outcome = await runCommand('npm sbom --sbom-format cyclonedx --package-lock-only', {
  show: false,
});
const start = outcome.output.indexOf('{');
const bill = JSON.parse(outcome.output.slice(start)) as { readonly components: readonly unknown[] };
const file = path.join(root, 'dist', 'bazarnegar-sbom.cdx.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${path.relative(root, file)}: ${bill.components.length} components`);
