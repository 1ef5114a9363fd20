import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLocation } from 'wouter';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import type { UnitMeasure } from './unit-measure.ts';
import { useMeasureText } from './use-measure-text.ts';
import css from './visits.module.css';

interface MeasureUsedProps {
  readonly measure: UnitMeasure;
  readonly registers: Registers;
}

/** What the price per standard unit rests on where it is sold in a customary unit; the book of measures is one key away. */
export function MeasureUsed({ measure, registers }: MeasureUsedProps): JSX.Element {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const [, navigate] = useLocation();
  const measureText = useMeasureText();
  useShortcut({
    code: 'KeyW',
    run: () => navigate('/measures'),
    label: t`Local measures`,
    needsAlt: true,
  });
  return (
    <div className={css['rateUsed']}>
      <p className={css['asideLine']}>{measureText(measure, { registers, language, format })}</p>
      <ButtonLink kind="quiet" size="small" icon="scales" to="/measures">
        {t`Local measures`}
        <KeyHint keys="Alt+W" />
      </ButtonLink>
    </div>
  );
}
