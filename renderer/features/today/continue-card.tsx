import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { formTitle } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { marketName, outletName, partNames } from '../../services/visit-names.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { StoppedAt } from './today-work.ts';
import css from './today.module.css';

interface ContinueCardProps {
  readonly stopped: StoppedAt;
  readonly registers: Registers;
}

/** The one press that takes a person back to where they stopped typing. */
export function ContinueCard({ stopped, registers }: ContinueCardProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const { ambient } = useServices();
  const format = useFormat();
  const { whole, part, row } = stopped;
  const visitId = whole.visit.id;
  const { product, detail } = partNames(part, registers, language);
  const place = [marketName(whole.visit, registers, language), outletName(whole.visit, language)]
    .filter((name) => name !== undefined)
    .join(' — ');
  const form = formTitle(part.kind)[language];
  const isVisit = part.kind === 'visit';
  const when = part.draft && format.relative(part.draft.savedMs, ambient.nowMs());
  return (
    <Card title={t`Where you stopped`}>
      <div className={css['stopped']}>
        <div className={css['stoppedWords']}>
          <p className={css['where']}>
            {isVisit
              ? place || t`New visit`
              : [product, detail].filter((name) => name !== undefined).join(' — ') ||
                t`No product yet`}
          </p>
          <p className={css['quiet']}>{[!isVisit && place, when].filter(Boolean).join(' · ')}</p>
        </div>
        <ButtonLink
          kind="primary"
          icon="arrow-forward"
          to={isVisit ? `/visits/${visitId}?` : `/visits/${visitId}/${part.kind}/${part.id}`}
        >
          {isVisit ? t`Go on with the visit` : t`Go on: ${form}, row ${format.number(row)}`}
        </ButtonLink>
      </div>
    </Card>
  );
}
