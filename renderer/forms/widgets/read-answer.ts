import type { AnswerValue, GeoPoint, GridAnswer, PhotoRef } from '#shared/forms/answers.ts';
import { isMissing } from '#shared/forms/answers.ts';

/** The codes of a list of choices; none for an answer of another shape. */
export function codesAnswer(value: AnswerValue | undefined): readonly string[] {
  return isList(value) ? value.filter((code) => typeof code === 'string') : [];
}

/** The photos of an answer. */
export function photosAnswer(value: AnswerValue | undefined): readonly PhotoRef[] {
  return isList(value) ? value.filter((photo) => typeof photo !== 'string') : [];
}

/** The rows of a grid that are rated. */
export function gridAnswer(value: AnswerValue | undefined): GridAnswer {
  return typeof value === 'object' && !isList(value) && !isMissing(value) && !isPoint(value)
    ? value
    : {};
}

/** The place of an answer. */
export function pointAnswer(value: AnswerValue | undefined): GeoPoint | undefined {
  return typeof value === 'object' && !isList(value) && isPoint(value) ? value : undefined;
}

function isList(value: AnswerValue | undefined): value is readonly string[] | readonly PhotoRef[] {
  return Array.isArray(value);
}

function isPoint(value: object): value is GeoPoint {
  return 'latitude' in value && 'longitude' in value && 'source' in value;
}
