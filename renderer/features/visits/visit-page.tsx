import type { JSX } from 'react';
import { useParams } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import { VisitFrame } from './visit-frame.tsx';
import { VisitView } from './visit-view.tsx';

/** One visit: its header, and its prices, demand and competitors. */
export function VisitPage(): JSX.Element {
  const visit = useParams<{ visit: string }>().visit as RecordId;
  return (
    <VisitFrame key={visit} visit={visit}>
      {(data) => <VisitView data={data} />}
    </VisitFrame>
  );
}
