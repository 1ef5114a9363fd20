import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { VisitPart } from '../../services/visit-parts.ts';

/** How many records of each kind there are, and how many of them are drafts, in words; nothing is said of none. */
export function usePartCounts(parts: readonly VisitPart[]): readonly string[] {
  const { t } = useLingui();
  function count(kind: VisitPart['kind']): number {
    return parts.filter((part) => part.kind === kind).length;
  }
  const drafts = parts.filter((part) => part.draft).length;
  return [
    count('price') > 0 && t`${plural(count('price'), { one: '# price', other: '# prices' })}`,
    count('demand') > 0 &&
      t`${plural(count('demand'), { one: '# demand record', other: '# demand records' })}`,
    count('competitor') > 0 &&
      t`${plural(count('competitor'), { one: '# competitor', other: '# competitors' })}`,
    drafts > 0 && t`${plural(drafts, { one: '# draft', other: '# drafts' })}`,
  ].filter((text) => text !== false);
}
