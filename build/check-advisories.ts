import { z } from 'zod';
import { runCommand } from './run-process.ts';

// Known faults of the packages, as the registry tells them. Many mirrors and all blocked networks tell nothing: that is said, and no fault.

const answerSchema = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

const { output } = await runCommand('npm audit --json', { show: false });
const answer = answerSchema.safeParse(parse(output));
if (answer.success) {
  const { vulnerabilities } = answer.data;
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) =>
    ['high', 'critical'].includes(severity),
  );
  for (const [name, { severity }] of grave) console.error(`${name}: ${severity}; npm audit`);
  console.log(`${Object.keys(vulnerabilities).length} packages with a known fault`);
  // A grave one in a tool of the build is told; a critical one stops.
  process.exitCode = grave.some(([, { severity }]) => severity === 'critical') ? 1 : 0;
} else {
  console.log('not asked: this registry tells no advisories');
}

function parse(text: string): unknown {
  const start = text.indexOf('\n{') + 1;
  try {
    return JSON.parse(text.slice(text.startsWith('{') ? 0 : start));
  } catch {
    return undefined;
  }
}
