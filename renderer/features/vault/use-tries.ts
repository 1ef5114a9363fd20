import { useEffect, useState } from 'react';

/** So many tries go without waiting; from then on each wait is twice the one before. */
const FREE_TRIES = 2;
const LONGEST_S = 60;

/** Seconds until another try, and how a wrong one is noted. Whoever has the disk is held up by Argon2id, whoever has the keyboard by this. */
export function useTries(): { readonly waitSeconds: number; readonly noteWrong: () => void } {
  const [wrong, setWrong] = useState(0);
  const [waitSeconds, setWaitSeconds] = useState(0);
  useEffect(() => {
    if (waitSeconds === 0) return undefined;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);
  return {
    waitSeconds,
    noteWrong: () => {
      setWrong(wrong + 1);
      setWaitSeconds(wrong < FREE_TRIES ? 0 : Math.min(LONGEST_S, 2 ** (wrong - FREE_TRIES + 1)));
    },
  };
}
