import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent } from 'react';
import type { Decimal } from '#shared/core/decimal.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { digitOf } from './digit-key.ts';
import css from './widgets.module.css';

interface UnclearAmountProps {
  readonly readings: readonly [Decimal, Decimal];
  readonly unit: string | undefined;
  readonly onChoose: (reading: Decimal) => void;
}

/** Asks which of two numbers was meant: 1 and 2 answer it. */
export function UnclearAmount({ readings, unit, onChoose }: UnclearAmountProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  function chooseByKey(event: KeyboardEvent): void {
    const reading = readings[(digitOf(event) ?? 0) - 1];
    if (reading === undefined) return;
    event.preventDefault();
    onChoose(reading);
  }
  return (
    <fieldset aria-label={t`Which number do you mean?`} className={css['unclear']}>
      <span className={css['unclearQuestion']}>{t`Which number do you mean?`}</span>
      {readings.map((reading, index) => (
        <Button
          key={reading}
          size="small"
          data-stop={index === 0 || undefined}
          onKeyDown={chooseByKey}
          onClick={() => onChoose(reading)}
        >
          <KeyHint keys={format.digits(String(index + 1))} />
          <span>
            <bdi>{format.number(reading)}</bdi> {unit}
          </span>
        </Button>
      ))}
    </fieldset>
  );
}
