import type { Language } from '#shared/core/language.ts';
import { listCodes } from '#shared/forms/choices.ts';
import { isChoosable } from '#shared/forms/choosable.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import type { Field } from '#shared/forms/field.ts';
import { choiceLabel, plusLabel } from '#shared/forms/form-labels.ts';
import { resolveOperand } from '#shared/forms/resolve-operand.ts';
import type { ComboboxOption } from '../ui/combobox-search.ts';
import { registerOptions } from './register-options.ts';
import type { Registers } from './registers.ts';

/** Gives the options of a field; the same array as before as long as nothing it depends on has changed. */
export type OptionSource = (
  name: string,
  field: Field,
  context: AnswerContext,
) => readonly ComboboxOption[];

const none: readonly ComboboxOption[] = [];

/** `records`: options of fields that point to another record of the visit. */
export function createOptionSource(
  registers: Registers,
  language: Language,
  records: readonly ComboboxOption[],
): OptionSource {
  const made = new Map<string, { readonly key: string; readonly options: typeof none }>();

  function make(name: string, field: Field, context: AnswerContext): readonly ComboboxOption[] {
    if (!('choices' in field)) return none;
    const { choices } = field;
    if ('records' in choices) return records;
    if ('codelist' in choices) {
      return listCodes(choices).map((code) => ({
        value: code,
        label: choiceLabel(choices.codelist, code)?.[language] ?? code,
      }));
    }
    const chosen = registerOptions(registers, choices.register, language)
      .filter(({ item }) =>
        isChoosable(name, { ...field, choices }, item.code, item.answers, context),
      )
      .map(({ option }) => option);
    const plus = (choices.plus ?? []).map((code) => ({
      value: code,
      label: plusLabel(code)?.[language] ?? code,
    }));
    return [...chosen, ...plus];
  }

  return (name, field, context) => {
    const key = dependencies(field, context);
    const before = made.get(name);
    if (before?.key === key) return before.options;
    const options = make(name, field, context);
    made.set(name, { key, options });
    return options;
  };
}

/** What the choosable items of a field depend on, as one text. */
function dependencies(field: Field, context: AnswerContext): string {
  const values = (field.constraints ?? []).flatMap((constraint) => {
    if (constraint.rule === 'item_matches') return [resolveOperand(constraint.to, context) ?? ''];
    if (constraint.rule === 'convertible') {
      return [textAnswer(context.answers[constraint.field]) ?? ''];
    }
    return [];
  });
  return values.join('\u0000');
}
