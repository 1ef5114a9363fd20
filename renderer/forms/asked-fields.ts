import { isGiven } from '#shared/forms/answers.ts';
import { isSampled } from '#shared/forms/audit-sample.ts';
import type { CalculationName, Field } from '#shared/forms/field.ts';
import type { ShownForm } from './use-open-form.ts';

// Kept with the record for those who work with the data; on the form they would only be in the way.
const quiet: ReadonlySet<CalculationName> = new Set([
  'record_id',
  'form_version',
  'fx_rate',
  'fx_kind',
  'fx_source',
  'fx_date',
  'unit_factor',
  'unit_factor_source',
  'unit_factor_date',
  'unit_factor_item',
]);

/** Whether a field has a place on the form at all. */
function isOnScreen(field: Field): boolean {
  if (field.review || (field.answeredBy === 'app' && field.kind === 'select_one')) return false;
  return field.kind !== 'calculate' || !quiet.has(field.calculation);
}

/** Whether this record belongs to the sample that is asked for a photo. */
export function isPhotoAsked(field: Field, recordId: string | undefined): boolean {
  return (
    field.kind === 'image' &&
    field.sampled !== undefined &&
    recordId !== undefined &&
    isSampled(recordId, field.sampled)
  );
}

export interface AskedFields {
  readonly names: readonly string[];
  /** Optional questions that apply and wait to be wanted. */
  readonly foldedCount: number;
}

/** The fields to show now, in the order of the form. */
export function askedFields(open: ShownForm, showsOptional: boolean): AskedFields {
  const { setup, session, left } = open;
  const { content, status } = session;
  const present = Object.entries(setup.form.fields).filter(
    ([name, field]) =>
      status.shown.has(name) &&
      isOnScreen(field) &&
      // A moment that is not noted yet says nothing.
      (field.kind !== 'datetime' || content.answers[name] !== undefined),
  );
  const names = present
    .filter(([name, field]) => {
      const isWanted = field.required || field.answeredBy === 'app';
      const isUsed = isGiven(content.answers[name]) || content.raw[name] !== undefined;
      const isAsked = isPhotoAsked(field, setup.context.recordId);
      const isTalkedOf = left.has(name) || setup.notes[name] !== undefined;
      return !setup.folds || showsOptional || isWanted || isUsed || isAsked || isTalkedOf;
    })
    .map(([name]) => name);
  return { names, foldedCount: present.length - names.length };
}
