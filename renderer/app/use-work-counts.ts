import type { WorkCounts } from '../db/stores.ts';
import { useLive } from '../db/use-live.ts';
import { useServices } from '../services/use-services.ts';
import type { NavigationCounts } from './navigation-view.tsx';

interface Counts {
  readonly work: WorkCounts | undefined;
  readonly navigation: NavigationCounts;
}

/** What the shell counts; it follows every change of the store. */
export function useWorkCounts(): Counts {
  const { store } = useServices();
  const work = useLive(() => store.counts(), [store]);
  const returned = useLive(() => store.records.countByReview('returned'), [store]);
  const toReview = useLive(() => store.records.countByReview('submitted'), [store]);
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
