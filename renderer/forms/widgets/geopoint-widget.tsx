import { useLingui } from '@lingui/react/macro';
import type { ClipboardEvent, JSX } from 'react';
import { usePreferences } from '../../i18n/preference-store.ts';
import { FieldGroup } from '../../ui/field-shell.tsx';
import { TextInput } from '../../ui/text-field.tsx';
import { pointAnswer } from './read-answer.ts';
import type { TypedPoint } from './typed-point.ts';
import { joinPoint, parseCopiedPair, parseDegrees, parsePoint, splitPoint } from './typed-point.ts';
import { typedNumber } from './typed-number.ts';
import { useTypedText } from './use-typed-text.ts';
import type { WidgetProps } from './widget-props.ts';
import css from './widgets.module.css';

/** A place by its two coordinates; a pair copied from a map goes into either field. */
export function GeopointWidget(props: WidgetProps<'geopoint'>): JSX.Element {
  const { value, raw, frame, onAnswer } = props;
  const { t } = useLingui();
  const { digits } = usePreferences();
  const point = pointAnswer(value);
  const shown = joinPoint({
    latitude: typedNumber(point?.latitude ?? '', digits),
    longitude: typedNumber(point?.longitude ?? '', digits),
  });
  const { text, type } = useTypedText(raw, shown, (joined) => {
    const typedPoint = parsePoint(splitPoint(joined));
    onAnswer(typedPoint, typedPoint === undefined && joined.trim() !== '' ? joined : undefined);
  });
  const typed = splitPoint(text);

  function pastePair(event: ClipboardEvent): void {
    const pair = parseCopiedPair(event.clipboardData.getData('text'));
    if (!pair) return;
    event.preventDefault();
    type(joinPoint(pair));
  }
  const parts = [
    { part: 'latitude', label: t`Latitude (north)`, limit: 90 },
    { part: 'longitude', label: t`Longitude (east)`, limit: 180 },
  ] as const;
  const isWrong = parts.some(
    ({ part, limit }) =>
      typed[part].trim() !== '' && parseDegrees(typed[part], limit) === undefined,
  );
  return (
    <FieldGroup
      {...frame}
      error={isWrong ? t`Type degrees as a number, such as 36.19 and 44.01.` : frame.error}
    >
      {(control) => (
        <div className={css['point']}>
          {parts.map(({ part, label }) => (
            <label key={part} className={css['pointPart']}>
              <span className={css['partLabel']}>{label}</span>
              <TextInput
                numeric
                inputMode="decimal"
                aria-describedby={control['aria-describedby']}
                value={typed[part]}
                onPaste={pastePair}
                onChange={(event) =>
                  type(joinPoint(changed(typed, part, event.currentTarget.value)))
                }
              />
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}

function changed(typed: TypedPoint, part: keyof TypedPoint, text: string): TypedPoint {
  return { ...typed, [part]: text };
}
