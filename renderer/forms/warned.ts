import type { Answers } from '#shared/forms/answers.ts';
import type { Noticed } from '#shared/forms/context.ts';
import type { Warning } from '#shared/records/warning.ts';
import type { FormContent, Warned } from './form-content.ts';

// A price is read as a whole: what was typed is kept with all that makes it one.
const priceFields = [
  'price_amount',
  'price_currency',
  'sale_unit',
  'sale_qty',
  'net_content',
  'net_content_unit',
];

/** The content with the first thing noticed about it, where it was not noticed before. */
export function withNoticed(content: FormContent, noticed: readonly Noticed[]): FormContent {
  const first = noticed[0];
  if (first === undefined || content.warned[first.name] !== undefined) return content;
  const warned = warnedOf(content, first, 'kept');
  return { ...content, warned: { ...content.warned, [first.name]: warned } };
}

/** The likeliest mistake that can be put right at one key. */
export function correctionOf(noticed: readonly Noticed[]): Noticed | undefined {
  return noticed.find(({ correction }) => correction !== undefined);
}

/** The content with a correction's answers in place of those typed, which are kept with the warning. */
export function corrected(content: FormContent, noticed: Noticed): FormContent {
  const { name, correction = {} } = noticed;
  const fields = new Set(Object.keys(correction));
  return {
    ...content,
    answers: { ...content.answers, ...correction },
    raw: Object.fromEntries(Object.entries(content.raw).filter(([field]) => !fields.has(field))),
    carried: content.carried.filter((field) => !fields.has(field)),
    warned: { ...content.warned, [name]: warnedOf(content, noticed, 'corrected') },
  };
}

/** The warnings a finished record keeps: of what is not noticed any more something else was typed. */
export function keptWarnings(
  content: FormContent,
  noticed: readonly Noticed[],
): readonly Warning[] {
  const now = withNoticed(content, noticed).warned;
  const names = new Set(noticed.map(({ name }) => name));
  return Object.entries(now).map(([name, { outcome, typed }]) => ({
    name,
    outcome: outcome === 'kept' && !names.has(name) ? 'changed' : outcome,
    typed,
  }));
}

/** Warnings by name, as a form holds them. */
export function warnedByName(warnings: readonly Warning[]): FormContent['warned'] {
  return Object.fromEntries(warnings.map(({ name, ...warned }) => [name, warned]));
}

/** Warnings as a draft keeps them. */
export function warningsOf(warned: FormContent['warned']): readonly Warning[] {
  return Object.entries(warned).map(([name, each]) => ({ name, ...each }));
}

function warnedOf({ answers }: FormContent, noticed: Noticed, outcome: Warned['outcome']): Warned {
  const fields = noticed.field === 'price_amount' ? priceFields : [noticed.field];
  return { outcome, typed: typedOf(answers, fields) };
}

function typedOf(answers: Answers, fields: readonly string[]): Warned['typed'] {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = answers[field];
      return typeof value === 'string' ? [[field, value] as const] : [];
    }),
  );
}
