import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { parseAmount } from '#shared/core/parse-amount.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { FieldShell } from '../../ui/field-shell.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { typedNumber } from './typed-number.ts';
import { useTypedText } from './use-typed-text.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** A whole number in digits of any script. */
export function IntegerWidget(props: WidgetProps<'integer'>): JSX.Element {
  const { value, raw, frame, unit, onAnswer } = props;
  const { t } = useLingui();
  const { digits } = usePreferences();
  const shown = typeof value === 'number' ? typedNumber(String(value), digits) : '';
  const { text, type, settle } = useTypedText(raw, shown, (typed) => {
    const whole = parseWhole(typed);
    onAnswer(whole, whole === undefined && typed.trim() !== '' ? typed : undefined);
  });
  const isWrong = text.trim() !== '' && parseWhole(text) === undefined;
  const error = isWrong ? t`A whole number is needed here. What you typed is kept.` : frame.error;
  return (
    <FieldShell {...frame} error={error}>
      {(control) => (
        <div className={css['measured']}>
          <div className={css['short']}>
            <TextInput
              {...control}
              numeric
              inputMode="numeric"
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
              onBlur={() => raw === undefined && settle()}
            />
          </div>
          <span className={css['readBack']}>{unit}</span>
        </div>
      )}
    </FieldShell>
  );
}

/** Thousands may be grouped: of two readings of `1.500` only one is whole. */
function parseWhole(text: string): number | undefined {
  const parsed = parseAmount(text);
  if (parsed.kind !== 'amount' && parsed.kind !== 'unclear') return undefined;
  const number = Number(parsed.kind === 'amount' ? parsed.value : parsed.asGrouped);
  return Number.isSafeInteger(number) ? number : undefined;
}
