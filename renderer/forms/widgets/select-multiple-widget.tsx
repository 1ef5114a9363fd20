import type { JSX, KeyboardEvent } from 'react';
import { CheckboxGroup } from '../../ui/choices.tsx';
import { chooseAlone, inOrderOfChoosing } from './chosen-codes.ts';
import { digitOf } from './digit-key.ts';
import { NumberedLabel } from './numbered-label.tsx';
import { codesAnswer } from './read-answer.ts';
import type { WidgetProps } from './widget-props.ts';

const MAX_DIGIT = 9;

/** Several choices, kept in the order they were chosen; one that excludes the others empties them, and the other way round. */
export function SelectMultipleWidget(props: WidgetProps<'select_multiple'>): JSX.Element {
  const { field, value, frame, options, onAnswer } = props;
  const chosen = codesAnswer(value);
  const alone = (field.constraints ?? []).flatMap((constraint) =>
    constraint.rule === 'alone' ? constraint.codes : [],
  );
  function choose(codes: readonly string[]): void {
    const next = chooseAlone(inOrderOfChoosing(chosen, codes), chosen, alone);
    onAnswer(next.length === 0 ? undefined : next);
  }
  function toggleByKey(event: KeyboardEvent): void {
    const option = options[(digitOf(event) ?? 0) - 1];
    if (!option) return;
    event.preventDefault();
    const { value: code } = option;
    choose(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the checkboxes inside take the keys
    <div onKeyDown={toggleByKey}>
      <CheckboxGroup
        {...frame}
        look="row"
        values={chosen}
        onChange={choose}
        choices={options.map(({ value: code, label }, index) => ({
          value: code,
          label:
            index < MAX_DIGIT ? <NumberedLabel digit={index + 1}>{label}</NumberedLabel> : label,
        }))}
      />
    </div>
  );
}
