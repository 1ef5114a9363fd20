import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { parseAmount } from '#shared/core/parse-amount.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { FieldShell } from '../../ui/field-shell.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { typedNumber } from './typed-number.ts';
import { UnclearAmount } from './unclear-amount.tsx';
import { useTypedText } from './use-typed-text.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** An exact number in digits of any script, read back in groups; where it has two honest readings, both are offered. */
export function DecimalWidget(props: WidgetProps<'decimal'>): JSX.Element {
  const { value, raw, frame, unit, onAnswer, onNext } = props;
  const { t } = useLingui();
  const format = useFormat();
  const { digits } = usePreferences();
  const amount = textAnswer(value);
  const { text, type, settle } = useTypedText(raw, typedNumber(amount ?? '', digits), (typed) => {
    const parsed = parseAmount(typed);
    if (parsed.kind === 'amount') onAnswer(parsed.value);
    else onAnswer(undefined, parsed.kind === 'empty' ? undefined : typed);
  });
  const parsed = parseAmount(text);
  const error =
    parsed.kind === 'invalid' ? t`This is not a number. What you typed is kept.` : frame.error;

  return (
    <FieldShell {...frame} error={error}>
      {(control) => (
        <>
          <div className={css['measured']}>
            <div className={css['short']}>
              <TextInput
                {...control}
                numeric
                inputMode="decimal"
                value={text}
                onChange={(event) => type(event.currentTarget.value)}
                onBlur={() => raw === undefined && settle()}
              />
            </div>
            <output className={css['readBack']}>
              {amount === undefined ? unit : readBack(format.number(amount), unit)}
            </output>
          </div>
          {parsed.kind === 'unclear' && amount === undefined && (
            <UnclearAmount
              readings={[parsed.asDecimal, parsed.asGrouped]}
              unit={unit}
              onChoose={(chosen) => {
                settle();
                onAnswer(chosen);
                onNext();
              }}
            />
          )}
        </>
      )}
    </FieldShell>
  );
}

function readBack(number: string, unit: string | undefined): JSX.Element {
  return (
    <>
      <bdi>{number}</bdi> {unit}
    </>
  );
}
