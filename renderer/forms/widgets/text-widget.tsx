import type { JSX } from 'react';
import { textAnswer } from '#shared/forms/answers.ts';
import { FieldShell } from '../../ui/field-shell.tsx';
import { TextAreaInput, TextInput } from '../../ui/text-field.tsx';
import { useFormAid } from '../form-aid.ts';
import { KnownNamesView } from './known-names-view.tsx';
import { TextSuggestions } from './text-suggestions.tsx';
import { useKnownNames } from './use-known-names.ts';
import type { WidgetProps } from './widget-props.ts';

/** A text, of one line or several; texts given before for the like are offered below it. */
export function TextWidget(props: WidgetProps<'text'>): JSX.Element {
  const { name, field, value, frame, onAnswer, onNext } = props;
  const aid = useFormAid();
  const text = textAnswer(value) ?? '';
  const known = useKnownNames(name, text);
  const suggestions = field.suggest === undefined ? [] : aid.suggestions(name);
  function answer(typed: string): void {
    onAnswer(typed === '' ? undefined : typed);
  }
  return (
    <FieldShell {...frame}>
      {(control) =>
        field.multiline ? (
          <TextAreaInput
            {...control}
            value={text}
            onChange={(event) => answer(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              {...control}
              value={text}
              onChange={(event) => answer(event.currentTarget.value)}
            />
            <KnownNamesView
              typed={text}
              names={known}
              onTake={(taken) => {
                answer(taken);
                onNext();
              }}
            />
            <TextSuggestions
              texts={suggestions.filter((suggestion) => suggestion !== text)}
              onChoose={(suggestion) => {
                answer(suggestion);
                onNext();
              }}
            />
          </>
        )
      }
    </FieldShell>
  );
}
