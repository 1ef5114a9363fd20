/** Takes what was typed after the screen has shown it: the key is never behind what is worked out from it. */
export interface TypingQueue {
  /** Runs soon, unless something newer takes its place. */
  readonly soon: (run: () => void) => void;
  /** Runs now what still waits. */
  readonly flush: () => void;
}

export function createTypingQueue(): TypingQueue {
  let waiting: (() => void) | undefined;
  function flush(): void {
    const run = waiting;
    waiting = undefined;
    run?.();
  }
  return {
    soon(run) {
      // A task after the frame that shows the key.
      if (!waiting) requestAnimationFrame(() => setTimeout(flush));
      waiting = run;
    },
    flush,
  };
}
