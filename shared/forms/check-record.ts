import type { AnswerValue, Answers } from './answers.ts';
import { isAnswered, isGiven, isMissing } from './answers.ts';
import { calculations } from './calculations/calculate.ts';
import { passesFilter } from './choosable.ts';
import { checkConstraint } from './checks/check-constraint.ts';
import { codesOf } from './checks/choice-checks.ts';
import { isShown } from './condition.ts';
import type { AnswerContext, FormContext } from './context.ts';
import type { Form } from './define-form.ts';
import type { Field } from './field.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { Flag } from './operand.ts';
import { valueSchema } from './value-schema.ts';

/**
 * Everything that stops a record from being finished (`stop`) and everything unusual that asks for a reason (`warn`),
 * in the order of the form. Answers the form has no field for come last.
 */
export function checkRecord(
  form: Form,
  answers: Answers,
  context: FormContext,
): readonly Finding[] {
  const whole: AnswerContext = { ...context, answers };
  const known = Object.entries(form.fields).flatMap(([name, field]) =>
    checkField(form, name, field, whole),
  );
  const unknown = Object.keys(answers).filter(
    (name) => !Object.hasOwn(form.fields, name) && answers[name] !== undefined,
  );
  return [...known, ...unknown.map((name) => stop(name, 'unknown_field'))];
}

/** The flags the answers raise: a price far from its median raises `outlier`. They belong into the record's context. */
export function raisedFlags(form: Form, answers: Answers, context: FormContext): readonly Flag[] {
  const whole: AnswerContext = { ...context, answers };
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const value = answers[name];
    if (value === undefined || !isAnswered(value) || !isShown(field.shown, whole)) return [];
    return (field.constraints ?? []).flatMap((constraint) =>
      constraint.rule === 'near_median' &&
      constraint.flag !== undefined &&
      checkConstraint(constraint, { name, field, value, context: whole }).length > 0
        ? [constraint.flag]
        : [],
    );
  });
}

function checkField(
  form: Form,
  name: string,
  field: Field,
  context: AnswerContext,
): readonly Finding[] {
  const value = context.answers[name];
  if (!isShown(field.shown, context)) {
    return value === undefined ? [] : [stop(name, 'not_applicable')];
  }
  if (value === undefined || !isGiven(value)) {
    return isNeeded(form, field, context) ? [stop(name, 'required')] : [];
  }
  const shapeProblem = shapeOf(field, value);
  if (shapeProblem !== undefined) return [stop(name, shapeProblem)];
  if (isMissing(value)) return [];
  if (!isInRegister(field, value, context)) return [stop(name, 'unknown_item')];
  return (field.constraints ?? []).flatMap((constraint) =>
    checkConstraint(constraint, { name, field, value, context }),
  );
}

/** A calculated field is needed where it can be worked out; a review state comes from its steps, never from the form. */
function isNeeded(form: Form, field: Field, context: AnswerContext): boolean {
  if (!field.required || field.review === true) return false;
  return field.kind !== 'calculate' || calculations[field.calculation](context, form) !== undefined;
}

// Records of one round say the same again and again; most of a batch's answers were met in the one before.
const soundTexts = createSoundTexts();

/** The short texts that were found sound for each field, at most 500 of one. */
function createSoundTexts() {
  const MAX_TEXTS = 500;
  const MAX_LENGTH = 60;
  const byField = new WeakMap<Field, Set<string>>();
  return {
    of(field: Field): Set<string> {
      const known = byField.get(field) ?? new Set<string>();
      byField.set(field, known);
      return known;
    },
    add(texts: Set<string>, text: string): void {
      if (texts.size < MAX_TEXTS && text.length <= MAX_LENGTH) texts.add(text);
    },
  };
}

/** What is wrong with a value's shape; undefined where it is sound. */
export function shapeOf(field: Field, value: unknown): FindingKind | undefined {
  const sound = soundTexts.of(field);
  if (typeof value === 'string' && sound.has(value)) return undefined;
  const parsed = valueSchema(field).safeParse(value);
  if (parsed.success) {
    if (typeof value === 'string') soundTexts.add(sound, value);
    return undefined;
  }
  if (parsed.error.issues.some((issue) => issue.message === 'repeated_choice')) {
    return 'repeated_choice';
  }
  return 'choices' in field && !isMissing(value) ? 'unknown_choice' : 'bad_value';
}

function isInRegister(field: Field, value: AnswerValue, context: AnswerContext): boolean {
  if (!('choices' in field) || !('register' in field.choices)) return true;
  const { choices } = field;
  return codesOf(value).every((code) => {
    if (choices.plus?.some((other) => other === code) === true) return true;
    const item = context.item(choices.register, code);
    return item !== undefined && passesFilter(choices, code, item);
  });
}

function stop(field: string, kind: FindingKind): Finding {
  return { field, kind, severity: 'stop' };
}
