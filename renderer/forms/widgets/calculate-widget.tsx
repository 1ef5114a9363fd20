import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { FieldShell } from '../../ui/field-shell.tsx';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

// More places than a price tag ever has; the full figure is what is stored.
const SHOWN_PLACES = 4;

/** What the app works out from the other answers, as it stands now. */
export function CalculateWidget({
  value,
  frame,
  options,
  unit,
}: WidgetProps<'calculate'>): JSX.Element {
  const format = useFormat();
  function text(): string {
    if (typeof value === 'number') return format.number(value);
    if (typeof value !== 'string') return '–';
    if (isDecimal(value)) return format.number(value, SHOWN_PLACES);
    return options.find((option) => option.value === value)?.label ?? value;
  }
  return (
    <FieldShell {...frame}>
      {(control) => (
        <output {...control} className={css['captured']}>
          <bdi>{text()}</bdi>
          {value !== undefined && unit !== undefined && <span className={css['unit']}>{unit}</span>}
        </output>
      )}
    </FieldShell>
  );
}
