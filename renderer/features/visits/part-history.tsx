import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { recordEvents } from '../../forms/record-events.ts';
import { RecordHistory } from '../../forms/record-history.tsx';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

interface PartHistoryProps {
  readonly part: VisitPart;
  readonly registers: Registers;
}

/** Everything that ever happened to a visit or record: what, who, when, why. */
export function PartHistory({ part, registers }: PartHistoryProps): JSX.Element | null {
  const { t } = useLingui();
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const live = useLive(
    () =>
      Promise.all([
        store.records.history(part.id),
        store.records.comments(part.id),
        store.records.sendDetails(part.id),
      ]),
    [store, part.id],
  );
  if (live.status !== 'ready') return null;
  const [entries, comments, details] = live.value;
  return (
    <Card
      title={t`History`}
      actions={
        details && (
          <ButtonLink size="small" kind="quiet" icon="outbox" to={`/outbox/${part.id}`}>
            {t`Why is it not on the server?`}
          </ButtonLink>
        )
      }
    >
      <RecordHistory
        form={part.kind}
        events={recordEvents(entries, comments)}
        reader={{ registers, language, format }}
      />
    </Card>
  );
}
