import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says at the end which tests were left out and why, so that it is never silent. A class, because Playwright makes one. */
class SkipReporter implements Reporter {
  readonly #reasons = new Map<string, number>();

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'skipped') return;
    const skip = [...result.annotations, ...test.annotations].find(({ type }) => type === 'skip');
    const reason = skip?.description ?? 'no reason given';
    this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1);
  }

  onEnd(): void {
    for (const [reason, count] of this.#reasons) {
      console.log(`SKIPPED ${count} test${count === 1 ? '' : 's'}: ${reason}`);
    }
  }
}

// oxlint-disable-next-line import/no-default-export -- Playwright loads a reporter by its default export
export default SkipReporter;
