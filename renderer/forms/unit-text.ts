import type { Language } from '#shared/core/language.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { choiceLabel, fixedUnitLabel } from '#shared/forms/form-labels.ts';
import type { Unit, UnitTerm } from '#shared/forms/unit.ts';
import type { Registers } from './registers.ts';
import { nameOfCode } from './registers.ts';

/** Who asks: the form, what is answered so far, and in which language. */
export interface UnitReader {
  readonly form: Form;
  readonly context: AnswerContext;
  readonly registers: Registers;
  readonly language: Language;
}

/** The terms of a unit in words; undefined as long as an answer it depends on is not given. */
export function unitTerms(
  unit: Unit,
  reader: UnitReader,
): { readonly of: string; readonly per?: string } | undefined {
  const of = termText(unit.in, reader);
  if (of === undefined || unit.per === undefined) return of === undefined ? undefined : { of };
  const per = termText(unit.per, reader);
  return per === undefined ? { of } : { of, per };
}

function termText(term: UnitTerm, reader: UnitReader): string | undefined {
  const { form, context, registers, language } = reader;
  if ('name' in term) return fixedUnitLabel(term.name)[language];
  const asked = 'code' in term ? term.code.field : term.standard_of.field;
  const code = textAnswer(context.answers[asked]);
  if (code === undefined) return undefined;
  if ('standard_of' in term) {
    const unit = textAnswer(context.item('product', code)?.['std_unit']);
    return unit && nameOfCode(registers, 'unit', unit, language);
  }
  const field = form.fields[asked];
  if (field === undefined || !('choices' in field)) return code;
  const { choices } = field;
  if ('codelist' in choices) return choiceLabel(choices.codelist, code)?.[language] ?? code;
  return 'register' in choices ? nameOfCode(registers, choices.register, code, language) : code;
}
