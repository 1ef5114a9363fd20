import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { isInstant } from '#shared/core/instant.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Captured } from './captured.tsx';
import type { WidgetProps } from './widget-props.ts';

/** A moment the app captures: shown, never typed. */
export function DatetimeWidget({ value, frame }: WidgetProps<'datetime'>): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const moment = textAnswer(value);
  const text =
    moment !== undefined && isInstant(moment) ? format.dateTime(moment) : t`noted by the app`;
  return <Captured frame={frame}>{text}</Captured>;
}
