import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** A vitest reporter that writes the totals of a run, and why each left-out test was left out, to a file. */
export function totalsReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const broken = modules.filter((module) => module.errors().length > 0).length;
      const states = tests.map((test) => test.result().state);
      const totals = {
        passed: states.filter((state) => state === 'passed').length,
        failed: states.filter((state) => state === 'failed').length + broken + unhandled.length,
        skipped: tests.filter((test) => test.result().state === 'skipped').map(reasonOf),
      };
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(totals));
    },
  };
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return `${test.fullName}: ${note ?? 'no reason given'}`;
}
