import type { JSX } from 'react';
import { useParams } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import { useAddressQuery } from '../../ui/use-address-query.ts';
import { PriceGridPage } from './grid/price-grid-page.tsx';
import { VisitFrame } from './visit-frame.tsx';
import { tabOf } from './visit-tabs.ts';
import { VisitView } from './visit-view.tsx';

/** One visit: its header, and its prices, demand and competitors. */
export function VisitPage(): JSX.Element {
  const visit = useParams<{ visit: string }>().visit as RecordId;
  const tab = tabOf(useAddressQuery().get('tab'));
  if (tab === 'price') return <PriceGridPage key={visit} visit={visit} />;
  return (
    <VisitFrame key={visit} visit={visit}>
      {(data) => <VisitView data={data} tab={tab} />}
    </VisitFrame>
  );
}
