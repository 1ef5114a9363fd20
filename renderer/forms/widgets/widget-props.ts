import type { AnswerValue } from '#shared/forms/answers.ts';
import type { FieldKind, FieldOfKind } from '#shared/forms/field.ts';
import type { ComboboxOption } from '../../ui/combobox-search.ts';
import type { FieldFrame } from '../../ui/field-shell.tsx';

/** What a widget gets, whatever it asks. */
export interface WidgetProps<K extends FieldKind> {
  readonly name: string;
  readonly field: FieldOfKind<K>;
  /** The answer; "don't know" and "refused" never reach a widget. */
  readonly value: AnswerValue | undefined;
  /** What was typed instead of an answer. */
  readonly raw: string | undefined;
  readonly frame: FieldFrame;
  /** What can be chosen, in the order it is offered. */
  readonly options: readonly ComboboxOption[];
  /** The rows of a grid. */
  readonly rows: readonly ComboboxOption[];
  /** The unit a number is in, in words. */
  readonly unit: string | undefined;
  /** Takes an answer, or none together with the text that is none yet. */
  readonly onAnswer: (value: AnswerValue | undefined, raw?: string) => void;
  /** Goes on to the next question. */
  readonly onNext: () => void;
}
