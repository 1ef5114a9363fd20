/** What a bench measured, both within one run: the product's figure, and a bare minimum doing the same work. */
export interface BenchResult {
  readonly value: number;
  readonly baseline: number;
}

/** One bench: a file `test/bench/<name>.bench.ts` that exports it as `bench`. */
export interface Bench {
  readonly name: string;
  /** What the value and the baseline are, in a sentence for the table. */
  readonly compares: string;
  readonly unit: string;
  readonly run: () => Promise<BenchResult>;
}
