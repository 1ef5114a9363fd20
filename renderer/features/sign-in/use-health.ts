import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { Health } from '#shared/sync/http-api.ts';
import type { Sessions } from '../../sync/sessions.ts';

/** What the server says of itself; undefined while it is asked. */
export function useHealth(sessions: Sessions): Result<Health, Failure> | undefined {
  const [health, setHealth] = useState<Result<Health, Failure>>();
  useEffect(() => {
    let isCurrent = true;
    void sessions.health().then((answer) => {
      if (isCurrent) setHealth(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [sessions]);
  return health;
}
