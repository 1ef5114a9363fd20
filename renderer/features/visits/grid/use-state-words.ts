import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { RowState } from './grid-row.ts';

/** What is said of where a row stands; nothing is said of an empty one. */
export function useStateWords(): (state: RowState) => string | undefined {
  const { t } = useLingui();
  return (state) => {
    switch (state.is) {
      case 'empty':
        return undefined;
      case 'missing':
        return t`${plural(state.count, { one: '# missing', other: '# missing' })}`;
      case 'warned':
        return t`Unusual`;
      case 'ready':
        return t`Complete`;
      case 'changed':
        return t`Changed`;
      case 'conflict':
        return t`Two answers`;
      case 'returned':
        return t`Returned`;
      case 'finishing':
      case 'finished':
        return t`Finished`;
      case 'locked':
        return t`Settled`;
    }
  };
}
