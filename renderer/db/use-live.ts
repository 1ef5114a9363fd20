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
  /**
   * For a query that looks through all there is, such as a count: after an answer that took long it rests a while before it is asked again, however
   * often what it reads changes meanwhile. While many records arrive it would else be asked after each page, and take longer than the page.
   */
  readonly isPaced?: boolean;
}

const RETRY_MS = 1000;
/** What takes less is no burden. */
const QUICK_MS = 50;
const REST_TIMES = 9;
const MAX_REST_MS = 15_000;

/** Runs a query of the store, and again whenever what it read has changed. A query that fails is tried again. */
export function useLive<T>(
  query: () => Promise<T>,
  deps: readonly unknown[],
  { between = 'loading', isPaced = false }: LiveOptions = {},
): Live<T> {
  const [last, setLast] = useState<{ readonly deps: readonly unknown[]; readonly live: Live<T> }>({
    deps,
    live: { status: 'loading' },
  });
  useEffect(
    () => watchQuery(query, isPaced, (live) => setLast({ deps, live })),
    // oxlint-disable-next-line react/exhaustive-deps -- the caller says what the query depends on, as in useEffect
    deps,
  );
  const isCurrent =
    deps.length === last.deps.length && deps.every((dep, at) => Object.is(dep, last.deps[at]));
  return isCurrent || between === 'answer-before' ? last.live : { status: 'loading' };
}

/** Tells every answer of a live query until the function it returns is called. */
function watchQuery<T>(
  query: () => Promise<T>,
  isPaced: boolean,
  tell: (live: Live<T>) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsUntil = 0;
  let subscription = subscribe();

  function subscribe() {
    return liveQuery(isPaced ? ask : query).subscribe({
      next: (value) => tell({ status: 'ready', value }),
      error(error: unknown) {
        tell({ status: 'failed', failure: { kind: 'index/write-failed', detail: String(error) } });
        askIn(RETRY_MS);
      },
    });
  }

  function askIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      subscription.unsubscribe();
      subscription = subscribe();
    }, ms);
  }

  async function ask(): Promise<T> {
    const began = performance.now();
    if (began < restsUntil) {
      askIn(restsUntil - began);
      // Asked anew then: this time stays without an answer.
      return new Promise(() => {});
    }
    const answer = await query();
    const took = performance.now() - began;
    if (took > QUICK_MS) restsUntil = began + took + Math.min(took * REST_TIMES, MAX_REST_MS);
    return answer;
  }

  return () => {
    clearTimeout(timer);
    subscription.unsubscribe();
  };
}
