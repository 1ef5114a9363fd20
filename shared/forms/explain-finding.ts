import type { Language, Texts } from '../core/language.ts';
import { directionOf, listMarksOf } from '../core/language.ts';
import { completeFinding, completeOperand } from './complete-labels.ts';
import type { FormId } from './definitions/catalogue.ts';
import { formOf } from './definitions/catalogue.ts';
import type { Finding, FindingParam } from './finding.ts';
import { choiceLabel, fieldTexts, plusLabel } from './form-labels.ts';
import type { Operand } from './operand.ts';

/** How the caller writes a decimal and a day or moment in the person's language, digits and calendar. */
export interface ValueFormat {
  readonly number: (value: string) => string;
  readonly date: (value: string) => string;
}

/** A finding in words that say what to do. */
export function explainFinding(
  form: FormId,
  finding: Finding,
  language: Language,
  format: ValueFormat,
): string {
  const template = completeFinding(finding.kind, finding.severity)[language];
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const param = finding.params?.[name];
    return param === undefined ? place : showParam(form, finding.field, param, language, format);
  });
}

function showParam(
  form: FormId,
  field: string,
  param: FindingParam,
  language: Language,
  format: ValueFormat,
): string {
  switch (param.type) {
    case 'number':
      return format.number(param.value);
    case 'date':
      return format.date(param.value);
    case 'field':
      return labelOf(fieldTexts(form, param.value), param.value, language);
    case 'operand':
      return showOperand(form, param.value, language);
    case 'codes':
      return param.value
        .map((code) => labelOf(codeTexts(form, field, code), code, language))
        .join(listMarksOf[directionOf[language]].comma);
  }
}

function showOperand(form: FormId, operand: Operand, language: Language): string {
  function name(field: string): string {
    return labelOf(fieldTexts(form, field), field, language);
  }
  switch (operand.of) {
    case 'answer':
    case 'by_code':
      return name(operand.field);
    case 'visit':
      return labelOf(fieldTexts('visit', operand.answer), operand.answer, language);
    case 'item': {
      const property = fieldTexts(operand.register, operand.property);
      return `${name(operand.field)}: ${labelOf(property, operand.property, language)}`;
    }
    case 'today':
      return completeOperand('today')[language];
    case 'fixed':
      return operand.value;
    case 'quotient':
      return operand.fields.map(name).join(' ÷ ');
    case 'per_year':
      return completeOperand('per_year')[language];
  }
}

function codeTexts(form: FormId, field: string, code: string): Texts | undefined {
  const definition = formOf(form).fields[field];
  if (definition === undefined || !('choices' in definition)) return undefined;
  const { choices } = definition;
  return 'codelist' in choices ? choiceLabel(choices.codelist, code) : plusLabel(code);
}

function labelOf(texts: Texts | undefined, fallback: string, language: Language): string {
  return texts?.[language] ?? fallback;
}
