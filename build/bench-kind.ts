/** What a bench measured, both within one run: the product's figure, and a bare minimum doing the same work. */
export interface BenchResult {
  readonly value: number;
  readonly baseline: number;
}

/** One bench. */
export interface Bench {
  readonly name: string;
  /** What the value and the baseline are, in a sentence for the table. */
  readonly compares: string;
  readonly unit: string;
  readonly run: () => Promise<BenchResult>;
}

/** What a file `test/bench/*.bench.ts` exports: one bench, or several of a kind. */
export type BenchModule = { readonly bench: Bench } | { readonly benches: readonly Bench[] };
