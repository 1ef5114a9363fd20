/** Node's compiler of WebAssembly that is quick to compile: tests start PGlite hundreds of times and do little with it, and compiling it well takes half of that. */
export const quickWasm = '--liftoff-only';

// Vitest and Playwright tell their workers so; a bench, which measures the product as it runs, is neither.
const isTest =
  process.env['VITEST'] !== undefined || process.env['TEST_WORKER_INDEX'] !== undefined;

/** What Node is told when a test starts a process of the server. */
export const serverFlags: readonly string[] = isTest ? [quickWasm] : [];
