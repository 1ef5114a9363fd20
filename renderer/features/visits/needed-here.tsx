import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { stillNeeded } from '#shared/analysis/coverage.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useCoverage } from '../../services/use-coverage.ts';
import { Badge } from '../../ui/badge.tsx';
import { Inline } from '../../ui/stack.tsx';
import css from './visits.module.css';

interface NeededHereProps {
  readonly visit: Answers;
  readonly registers: Registers;
}

/** What the round still wants from this market at this level of trade, while one stands in it. */
export function NeededHere({ visit, registers }: NeededHereProps): JSX.Element | null {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const cells = useCoverage(registers, textAnswer(visit['round_id']));
  const market = textAnswer(visit['market_id']);
  if (cells.status !== 'ready' || market === undefined) return null;
  const needed = stillNeeded(cells.value, { market, level: textAnswer(visit['market_level']) });
  if (needed.length === 0) return null;
  return (
    <details className={css['needed']}>
      <summary className={css['neededTitle']}>
        {t`Still needed in this market`} <Badge>{format.number(needed.length)}</Badge>
      </summary>
      <Inline>
        {needed.map(({ product, have, wanted }) => (
          <Badge key={product} tone={have === 0 ? 'warn' : 'neutral'}>
            {nameOfCode(registers, 'product', product, language)}{' '}
            {t`${format.number(have)} of ${format.number(wanted)}`}
          </Badge>
        ))}
      </Inline>
    </details>
  );
}
