import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';

/** A query as a screen sees it. `loading` only before the first answer: a new answer takes the place of the old one. */
export type Live<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface LiveOptions {
  /**
   * What is shown between a change of `deps` and its answer: nothing (`loading`: another record must not be mistaken
   * for this one), or the answer before (for a list whose filter is being typed).
   */
  readonly between?: 'loading' | 'answer-before';
}

const RETRY_MS = 1000;

/** Runs a query of the store, and again whenever what it read has changed. A query that fails is tried again. */
export function useLive<T>(
  query: () => Promise<T>,
  deps: readonly unknown[],
  { between = 'loading' }: LiveOptions = {},
): Live<T> {
  const [last, setLast] = useState<{ readonly deps: readonly unknown[]; readonly live: Live<T> }>({
    deps,
    live: { status: 'loading' },
  });
  useEffect(
    () => watchQuery(query, (live) => setLast({ deps, live })),
    // oxlint-disable-next-line react/exhaustive-deps -- the caller says what the query depends on, as in useEffect
    deps,
  );
  const isCurrent =
    deps.length === last.deps.length && deps.every((dep, at) => Object.is(dep, last.deps[at]));
  return isCurrent || between === 'answer-before' ? last.live : { status: 'loading' };
}

/** Tells every answer of a live query until the function it returns is called. */
function watchQuery<T>(query: () => Promise<T>, tell: (live: Live<T>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription = subscribe();

  function subscribe() {
    return liveQuery(query).subscribe({
      next: (value) => tell({ status: 'ready', value }),
      error(error: unknown) {
        tell({ status: 'failed', failure: { kind: 'index/write-failed', detail: String(error) } });
        timer = setTimeout(() => {
          subscription.unsubscribe();
          subscription = subscribe();
        }, RETRY_MS);
      },
    });
  }

  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}
