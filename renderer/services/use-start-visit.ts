import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '#shared/core/failure.ts';
import { startVisit } from './start-visit.ts';
import { useServices } from './use-services.ts';

interface StartVisit {
  readonly start: () => void;
  readonly isStarting: boolean;
  readonly failure: Failure | undefined;
}

/** Begins a visit and goes to it. */
export function useStartVisit(): StartVisit {
  const services = useServices();
  const [, navigate] = useLocation();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function start(): Promise<void> {
    setIsStarting(true);
    const started = await startVisit(services);
    setIsStarting(false);
    if (started.ok) navigate(`/visits/${started.value}?`);
    else setFailure(started.error);
  }
  return { start: () => void start(), isStarting, failure };
}
