/** Node's compiler of WebAssembly that is quick to compile: tests start PGlite hundreds of times and do little with it, and compiling it well takes half of that. */
export const quickWasm = '--liftoff-only';
