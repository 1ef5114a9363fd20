import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '#shared/core/failure.ts';
import { startVisit } from './start-visit.ts';
import { useServices } from './use-services.ts';

interface StartVisit {
  /** At the given market, else where the person was last. */
  readonly start: (market?: string) => void;
  readonly isStarting: boolean;
  readonly failure: Failure | undefined;
}

/** Begins a visit and goes to it. */
export function useStartVisit(): StartVisit {
  const services = useServices();
  const [, navigate] = useLocation();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function start(market?: string): Promise<void> {
    setIsStarting(true);
    const started = await startVisit(services, market);
    setIsStarting(false);
    if (started.ok) navigate(`/visits/${started.value}?`);
    else setFailure(started.error);
  }
  return { start: (market) => void start(market), isStarting, failure };
}
