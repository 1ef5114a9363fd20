import type { JSX } from 'react';
import { Redirect, useParams } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import { RecordView } from './record-view.tsx';
import { VisitFrame } from './visit-frame.tsx';
import { isPartKind, visitAddress } from './visit-tabs.ts';

/** One price, demand or competitor record of a visit. */
export function RecordPage(): JSX.Element {
  const { visit, kind, record } = useParams<{ visit: string; kind: string; record: string }>();
  if (!isPartKind(kind)) return <Redirect to={visitAddress(visit, 'visit')} replace />;
  return (
    <VisitFrame key={visit} visit={visit as RecordId}>
      {(data) => <RecordView data={data} kind={kind} record={record as RecordId} />}
    </VisitFrame>
  );
}
