import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { parseStamp } from '#shared/core/stamp.ts';
import { useLive } from '../../db/use-live.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { Card } from '../../ui/card.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { useChangeText } from './use-change-text.ts';

interface PartHistoryProps {
  readonly part: VisitPart;
  readonly registers: Registers;
}

/** Everything that ever happened to a record: what, who, when, why; the latest first. */
export function PartHistory({ part, registers }: PartHistoryProps): JSX.Element | null {
  const { t } = useLingui();
  const { store } = useServices();
  const { language } = usePreferences();
  const format = useFormat();
  const changeText = useChangeText(part.kind, registers);
  const live = useLive(() => store.records.history(part.id), [store, part.id]);
  if (live.status !== 'ready') return null;
  return (
    <Card title={t`History`}>
      <RowList>
        {live.value.toReversed().map((entry, index, entries) => {
          const ms = parseStamp(entry.stamp)?.ms;
          const who = nameOfCode(registers, 'person', entry.author, language);
          return (
            <Row
              key={entry.stamp}
              title={index === entries.length - 1 ? t`Finished for the first time` : who}
              note={[who, ms === undefined ? '' : format.dateTime(ms)].join(' · ')}
            >
              {entry.why !== undefined && (
                <p>
                  <bdi>{entry.why}</bdi>
                </p>
              )}
              {index < entries.length - 1 && <p>{changeText(entry)}</p>}
            </Row>
          );
        })}
      </RowList>
    </Card>
  );
}
