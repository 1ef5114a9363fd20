// A link that takes longer is better filled with one batch than with two.
const FAST_ANSWER_MS = 1000;

/** How soon the server answered last: two batches under way keep it busy on a link that is fast, and only fill one that is not. */
export interface LinkPace {
  answeredIn(ms: number): void;
  /** False as long as nothing was answered. */
  isFast(): boolean;
}

export function createLinkPace(): LinkPace {
  let last = Infinity;
  return {
    answeredIn(ms) {
      last = ms;
    },
    isFast: () => last < FAST_ANSWER_MS,
  };
}
