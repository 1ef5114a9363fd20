// On a link that takes longer an exchange more costs more than it gains.
const FAST_ANSWER_MS = 1000;

/** How soon the server answered last: on a link that is fast work is cut so that server and laptop begin at once. */
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
