import { useLingui } from '@lingui/react/macro';
import type { PartKind } from './visit-tabs.ts';

interface NewPartTexts {
  readonly add: string;
  readonly emptyTitle: string;
  readonly emptyAdvice: string;
}

/** What is said where a record of a kind can be added. */
export function useNewPartTexts(kind: PartKind): NewPartTexts {
  const { t } = useLingui();
  switch (kind) {
    case 'price':
      return {
        add: t`New price`,
        emptyTitle: t`No price in this visit yet`,
        emptyAdvice: t`Aim for at least three quotations of each item in a market.`,
      };
    case 'demand':
      return {
        add: t`New demand`,
        emptyTitle: t`No demand in this visit yet`,
        emptyAdvice: t`One for each product the buyer buys, or looks for and does not find.`,
      };
    case 'competitor':
      return {
        add: t`New competitor`,
        emptyTitle: t`No competitor in this visit yet`,
        emptyAdvice: t`One for each brand of a product that stands beside ours.`,
      };
  }
}
