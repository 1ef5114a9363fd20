import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGiven } from '#shared/forms/answers.ts';
import { isShown } from '#shared/forms/condition.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { surveyFormIds, surveyForms } from '#shared/forms/definitions/catalogue.ts';
import { answerProblem, draftSchema, finishedSchema } from '#shared/forms/form-schema.ts';
import { dropHidden } from '#shared/forms/hidden-answers.ts';
import { recordArbitrary, visitPartArbitrary } from '../../../support/form-arbitraries.ts';
import { makeContext } from '../../../support/form-context.ts';

/** Finished records of a form: a visit alone, any other form within a visit. */
function finishedRecord(form: Form) {
  return form.id === 'visit' ? recordArbitrary(form, makeContext()) : visitPartArbitrary(form);
}

describe.each(surveyFormIds)('a record of the form %s', (id) => {
  const form: Form = surveyForms[id];

  test('passes its own schema when it is generated from the definition', () => {
    fc.assert(
      fc.property(finishedRecord(form), ({ answers, context }) => {
        const parsed = finishedSchema(form, context).safeParse(answers);
        expect(parsed.error?.issues ?? []).toEqual([]);
        expect(draftSchema(form).safeParse(answers).success).toBe(true);
        const problems = Object.entries(answers).map((answer) => answerProblem(form, ...answer));
        expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('fails by name when a required answer that is shown is taken away', () => {
    fc.assert(
      fc.property(finishedRecord(form), fc.nat(), ({ answers, context }, pick) => {
        const whole = { ...context, answers };
        const required = Object.entries(form.fields)
          .filter(
            ([name, field]) =>
              field.required && isGiven(answers[name]) && isShown(field.shown, whole),
          )
          .map(([name]) => name);
        const gone = required[pick % required.length] ?? '';
        const { [gone]: _taken, ...rest } = answers;
        const parsed = finishedSchema(form, context).safeParse(rest);
        expect(parsed.error?.issues ?? []).toContainEqual(
          expect.objectContaining({ path: [gone], message: 'required' }),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('fails by name when a hidden field carries a value, and not once hidden answers are dropped', () => {
    fc.assert(
      fc.property(finishedRecord(form), finishedRecord(form), fc.nat(), (one, other, pick) => {
        const { answers, context } = one;
        const whole = { ...context, answers };
        const hidden = Object.entries(form.fields)
          .filter(([name, field]) => !isShown(field.shown, whole) && isGiven(other.answers[name]))
          .map(([name]) => name);
        fc.pre(hidden.length > 0);
        const extra = hidden[pick % hidden.length] ?? '';
        const spoiled = { ...answers, [extra]: other.answers[extra] };
        const parsed = finishedSchema(form, context).safeParse(spoiled);
        expect(parsed.error?.issues ?? []).toContainEqual(
          expect.objectContaining({ path: [extra], message: 'not_applicable' }),
        );
        expect(dropHidden(form, spoiled, context)).toEqual(answers);
      }),
      { numRuns: 60 },
    );
  });
});

test('don’t know and refused settle a respondent’s question and stay apart from an empty answer', () => {
  fc.assert(
    fc.property(
      visitPartArbitrary(surveyForms.demand),
      fc.constantFrom('dont_know' as const, 'refused' as const),
      ({ answers, context }, missing) => {
        const schema = finishedSchema(surveyForms.demand, context);
        const settled = { ...answers, required_grade: { missing } };
        expect(schema.safeParse(settled).success).toBe(true);
        const empty = { ...answers, required_grade: undefined };
        expect(schema.safeParse(empty).error?.issues).toContainEqual(
          expect.objectContaining({ path: ['required_grade'], message: 'required' }),
        );
        const ofSurveyor = { ...answers, demand_confidence: { missing } };
        expect(schema.safeParse(ofSurveyor).error?.issues).toContainEqual(
          expect.objectContaining({ path: ['demand_confidence'], message: 'bad_value' }),
        );
      },
    ),
    { numRuns: 30 },
  );
});
