import type { WorkCounts } from '../db/stores.ts';
import { useLive } from '../db/use-live.ts';
import { countToReview } from '../services/to-review.ts';
import { useServices } from '../services/use-services.ts';
import type { NavigationCounts } from './navigation-view.tsx';

interface Counts {
  readonly work: WorkCounts | undefined;
  readonly navigation: NavigationCounts;
}

const paced = { isPaced: true } as const;

/** What the shell counts; it follows every change of the store, at some distance where there is a great deal to count. */
export function useWorkCounts(): Counts {
  const { store, identity } = useServices();
  const work = useLive(() => store.counts(), [store], paced);
  const returned = useLive(() => store.records.countByReview('returned'), [store], paced);
  const toReview = useLive(() => countToReview(store.records, identity), [store, identity], paced);
  const counts = work.status === 'ready' ? work.value : undefined;
  return {
    work: counts,
    navigation: {
      returned: returned.status === 'ready' ? returned.value : 0,
      unsent: (counts?.unsent ?? 0) + (counts?.refused ?? 0),
      'to-review': toReview.status === 'ready' ? toReview.value : 0,
    },
  };
}
