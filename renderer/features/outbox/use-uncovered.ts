import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Coverage } from '../../db/stores.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What of the work the server has not signed for, or has refused, in words. */
export function useUncovered(coverage: Coverage): readonly string[] {
  const { t } = useLingui();
  const format = useFormat();
  const { uncoveredEntries, uncoveredPhotos, drafts, refused, others } = coverage;
  const people = format.list(others);
  return [
    uncoveredEntries > 0 &&
      t`${plural(uncoveredEntries, { one: '# entry', other: '# entries' })} without a receipt`,
    uncoveredPhotos > 0 &&
      t`${plural(uncoveredPhotos, { one: '# photo', other: '# photos' })} without a receipt`,
    drafts > 0 && t`${plural(drafts, { one: '# draft', other: '# drafts' })}`,
    refused > 0 && t`${plural(refused, { one: '# item needs you', other: '# items need you' })}`,
    others.length > 0 && t`the work of ${people}, who must sign in here once more`,
  ].filter((text) => text !== false);
}
