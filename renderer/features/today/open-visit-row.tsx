import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { marketName, outletName } from '../../services/visit-names.ts';
import type { WholeVisit } from '../../services/visit-parts.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Row } from '../../ui/row-list.tsx';

interface OpenVisitRowProps {
  readonly whole: WholeVisit;
  readonly registers: Registers;
  /** Prices that are to be brought from its market; 0 where nothing is asked. */
  readonly wanted: number;
}

/** A visit of the day with how far it has come. */
export function OpenVisitRow({ whole, registers, wanted }: OpenVisitRowProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { visit, parts } = whole;
  const names = [marketName(visit, registers, language), outletName(visit, language)];
  const title = names.filter((name) => name !== undefined).join(' — ') || t`New visit`;
  const prices = parts.filter((part) => part.kind === 'price' && part.record).length;
  const others = parts.filter((part) => part.kind !== 'price' && part.record).length;
  const drafts = parts.filter((part) => part.draft).length;
  const level = textAnswer(visit.answers['market_level']);
  const note = [
    level && choiceLabel('market_level', level)?.[language],
    wanted > 0
      ? t`${format.number(prices)} of ${format.number(wanted)} prices`
      : t`${plural(prices, { one: '# price', other: '# prices' })}`,
    others > 0 && t`${plural(others, { one: '# other record', other: '# other records' })}`,
    drafts > 0 && t`${plural(drafts, { one: '# draft', other: '# drafts' })}`,
    !visit.draft && t`finished`,
  ].filter(Boolean);
  return (
    <Row
      title={title}
      note={note.join(' · ')}
      actions={<ButtonLink to={`/visits/${visit.id}?tab=price`}>{t`Open`}</ButtonLink>}
    >
      {wanted > 0 && <ProgressBar label={t`Prices of ${title}`} value={prices} max={wanted} />}
    </Row>
  );
}
