import type { JSX } from 'react';
import { Spinner } from '../../ui/spinner.tsx';
import { HeaderForm } from './header-form.tsx';
import { useRecordTalk } from './use-record-talk.ts';
import type { VisitData } from './use-visit-data.ts';

interface HeaderTabProps {
  readonly data: VisitData;
  readonly onPrices: () => void;
}

export function HeaderTab({ data, onPrices }: HeaderTabProps): JSX.Element {
  const talk = useRecordTalk(data.whole.visit.id, data.registers);
  return talk ? <HeaderForm data={data} talk={talk} onPrices={onPrices} /> : <Spinner />;
}
