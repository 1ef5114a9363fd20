import type { JSX } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Captured } from './captured.tsx';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

// More places than a price tag ever has; the full figure is what is stored.
const SHOWN_PLACES = 4;

/** What the app works out from the other answers, as it stands now. */
export function CalculateWidget(props: WidgetProps<'calculate'>): JSX.Element {
  const { value, frame, unit } = props;
  const format = useFormat();
  function text(): string {
    if (typeof value === 'number') return format.number(value);
    if (typeof value !== 'string') return '–';
    return isDecimal(value) ? format.number(value, SHOWN_PLACES) : value;
  }
  return (
    <Captured frame={frame}>
      <bdi>{text()}</bdi>
      {value !== undefined && unit !== undefined && <span className={css['unit']}> {unit}</span>}
    </Captured>
  );
}
