import { useEffect, useState } from 'react';
import { z } from 'zod';

/** So many tries go without waiting; from then on each wait is twice the one before. */
const FREE_TRIES = 2;
const LONGEST_S = 60;
const PLACE = 'bazarnegar-wrong-tries';

const triesSchema = z.strictObject({ wrong: z.int().nonnegative(), untilMs: z.number() });

interface Tries {
  /** Seconds until another try. */
  readonly waitSeconds: number;
  readonly noteWrong: () => void;
  readonly noteRight: () => void;
}

/**
 * Holds up whoever tries words one after the other at the keyboard, also over a new start of the app: whoever has the disk is held up by
 * Argon2id alone.
 */
export function useTries(): Tries {
  const [waitSeconds, setWaitSeconds] = useState(() => secondsUntil(readTries().untilMs));
  useEffect(() => {
    if (waitSeconds === 0) return undefined;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);
  return {
    waitSeconds,
    noteWrong: () => {
      const { wrong } = readTries();
      const wait = wrong < FREE_TRIES ? 0 : Math.min(LONGEST_S, 2 ** (wrong - FREE_TRIES + 1));
      const tries = { wrong: wrong + 1, untilMs: Date.now() + wait * 1000 };
      localStorage.setItem(PLACE, JSON.stringify(tries));
      setWaitSeconds(wait);
    },
    noteRight: () => localStorage.removeItem(PLACE),
  };
}

function readTries(): z.infer<typeof triesSchema> {
  try {
    const read = triesSchema.safeParse(JSON.parse(localStorage.getItem(PLACE) ?? ''));
    if (read.success) return read.data;
  } catch {
    // None was noted, or by somebody else than this.
  }
  return { wrong: 0, untilMs: 0 };
}

// A clock that was set back must not lock anybody out for longer than the longest wait.
function secondsUntil(ms: number): number {
  return Math.min(LONGEST_S, Math.max(0, Math.ceil((ms - Date.now()) / 1000)));
}
