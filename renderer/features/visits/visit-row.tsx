import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import { useLive } from '../../db/use-live.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { loadVisit } from '../../services/visit-parts.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Row } from '../../ui/row-list.tsx';
import { PartState } from './part-state.tsx';
import { usePartCounts } from './use-part-counts.ts';
import { useVisitTitle } from './use-visit-title.ts';

interface VisitRowProps {
  readonly visit: VisitPart;
  readonly registers: Registers;
}

/** A visit in the list, with how much was collected there. */
export function VisitRow({ visit, registers }: VisitRowProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { language } = usePreferences();
  const { title, day } = useVisitTitle(visit, registers);
  const whole = useLive(() => loadVisit(store, visit.id), [store, visit.id]);
  const parts = whole.status === 'ready' ? (whole.value?.parts ?? []) : [];
  const counts = usePartCounts(parts);
  const level = textAnswer(visit.answers['market_level']);
  const levelName = level && choiceLabel('market_level', level)?.[language];
  return (
    <Row
      title={title}
      note={[day, levelName].filter(Boolean).join(' · ')}
      actions={<ButtonLink to={`/visits/${visit.id}?`}>{t`Open`}</ButtonLink>}
      mark={<PartState part={visit} />}
    >
      {counts.length > 0 && <p>{counts.join(' · ')}</p>}
      {parts.some((part) => (part.record?.conflicts ?? []).length > 0) && (
        <Badge tone="error" icon="warning">
          {t`Has records with two answers`}
        </Badge>
      )}
      {parts.some((part) => part.record?.review === 'returned') && (
        <Badge tone="warn" icon="return">
          {t`Has returned records`}
        </Badge>
      )}
    </Row>
  );
}
