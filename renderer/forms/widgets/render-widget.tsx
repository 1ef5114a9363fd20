import type { JSX } from 'react';
import type { FieldKind } from '#shared/forms/field.ts';
import { CalculateWidget } from './calculate-widget.tsx';
import { DateWidget } from './date-widget.tsx';
import { DatetimeWidget } from './datetime-widget.tsx';
import { DecimalWidget } from './decimal-widget.tsx';
import { GeopointWidget } from './geopoint-widget.tsx';
import { GridWidget } from './grid-widget.tsx';
import { ImageWidget } from './image-widget.tsx';
import { IntegerWidget } from './integer-widget.tsx';
import { RankWidget } from './rank-widget.tsx';
import { SelectMultipleWidget } from './select-multiple-widget.tsx';
import { SelectOneWidget } from './select-one-widget.tsx';
import { TextWidget } from './text-widget.tsx';
import type { WidgetProps } from './widget-props.ts';

/** How each kind of field is asked; a new kind does not compile until it has a row. */
const widgets: { readonly [K in FieldKind]: (props: WidgetProps<K>) => JSX.Element } = {
  text: (props) => <TextWidget {...props} />,
  integer: (props) => <IntegerWidget {...props} />,
  decimal: (props) => <DecimalWidget {...props} />,
  date: (props) => <DateWidget {...props} />,
  datetime: (props) => <DatetimeWidget {...props} />,
  select_one: (props) => <SelectOneWidget {...props} />,
  select_multiple: (props) => <SelectMultipleWidget {...props} />,
  rank: (props) => <RankWidget {...props} />,
  grid: (props) => <GridWidget {...props} />,
  geopoint: (props) => <GeopointWidget {...props} />,
  image: (props) => <ImageWidget {...props} />,
  calculate: (props) => <CalculateWidget {...props} />,
};

export function renderWidget<K extends FieldKind>(props: WidgetProps<K>): JSX.Element {
  const kind: K = props.field.kind;
  return widgets[kind](props);
}
