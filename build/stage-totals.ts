import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

/** What one stage of `npm test` counted. */
export interface StageTotals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** What passed only on a second try: counted as passed, and named on the screen. */
  readonly secondTries?: readonly string[];
}

const totalsSchema = z.object({
  passed: z.number(),
  failed: z.number(),
  skipped: z.array(z.string()),
});

const annotationSchema = z.object({ type: z.string(), description: z.optional(z.string()) });
const specSchema = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(annotationSchema),
    }),
  ),
});
interface Suite {
  readonly specs: readonly z.infer<typeof specSchema>[];
  readonly suites?: readonly Suite[] | undefined;
}
const suiteSchema: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(specSchema), suites: z.optional(z.array(suiteSchema)) }),
);
const playwrightSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) });

/** Reads what `vitest-totals.ts` wrote; undefined when the run ended before it could. */
export function readVitestTotals(file: string): StageTotals | undefined {
  const report = takeReport(file);
  return report === undefined ? undefined : totalsSchema.parse(report);
}

/** Counts Playwright's JSON report. */
export function readPlaywrightTotals(file: string): StageTotals | undefined {
  const report = takeReport(file);
  if (report === undefined) return undefined;
  const { suites, errors } = playwrightSchema.parse(report);
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ title, tests: runs }) => runs.map((run) => ({ title, ...run })));
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failed: tests.filter(({ status }) => status === 'unexpected').length + errors.length,
    secondTries: tests.filter(({ status }) => status === 'flaky').map(({ title }) => title),
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ title, annotations }) => {
        const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        return `${title}: ${reason?.description ?? 'no reason given'}`;
      }),
  };
}

function specsOf(suite: Suite): readonly z.infer<typeof specSchema>[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function takeReport(file: string): unknown {
  if (!existsSync(file)) return undefined;
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return report;
}
