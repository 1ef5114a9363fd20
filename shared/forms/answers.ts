import type { Decimal } from '../core/decimal.ts';
import type { Sha256 } from '../core/ids.ts';
import type { Instant } from '../core/instant.ts';
import type { PlainDate } from '../core/plain-date.ts';

/** Why a respondent's question has no value: stored in its place and never the same as an empty answer. */
export const missingReasons = ['dont_know', 'refused'] as const;
/** The respondent does not know, or would rather not say. */
export type MissingReason = (typeof missingReasons)[number];

/** The answer "don't know" or "refused", at the path of the question itself. */
export interface Missing {
  readonly missing: MissingReason;
}

/** How a place was found. */
export const geoSources = ['device', 'typed', 'map'] as const;

/** A place in degrees WGS 84. */
export interface GeoPoint {
  readonly latitude: Decimal;
  readonly longitude: Decimal;
  readonly source: (typeof geoSources)[number];
}

/** A photo by the hash of its bytes; the bytes are a file of their own. */
export interface PhotoRef {
  readonly sha256: Sha256;
  /** A small picture of it, a file of its own that is sent first; absent for a photo that is small itself. */
  readonly preview?: Sha256;
  /** The photo in its full size, a file of its own; where its round asks for it. */
  readonly original?: Sha256;
  readonly caption?: string;
  readonly takenAt?: Instant;
}

/** Rows of a grid that were rated, each with its choice. */
export type GridAnswer = Readonly<Record<string, string>>;

/**
 * What any question may hold: texts, codes, decimals, days and instants are strings; only `integer` is a number;
 * `select_multiple` and `rank` are arrays of codes, a rank's first being the highest.
 */
export type AnswerValue =
  | string
  | Decimal
  | PlainDate
  | Instant
  | number
  | readonly string[]
  | GridAnswer
  | GeoPoint
  | readonly PhotoRef[]
  | Missing;

/** Answers by field name; a field without an answer is absent or undefined. */
export type Answers = Readonly<Record<string, AnswerValue | undefined>>;

/** True for "don't know" and "refused". */
export function isMissing(value: unknown): value is Missing {
  return typeof value === 'object' && value !== null && 'missing' in value;
}

/** True for a value that says something: not absent, not "don't know", not "refused", not an empty text or list. */
export function isAnswered(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null || value === '' || isMissing(value)) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** True for a value that settles the question, "don't know" and "refused" included. */
export function isGiven(value: AnswerValue | undefined): boolean {
  return isMissing(value) || isAnswered(value);
}

/** The answers that were given: texts without white space at their ends, empty texts and lists left out. */
export function dropEmpty(answers: Answers): Answers {
  const trimmed = Object.entries(answers).map(
    ([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const,
  );
  return Object.fromEntries(trimmed.filter(([, value]) => isGiven(value)));
}

/** The text of a text, code, decimal, day or instant; undefined for an answer of another shape or none. */
export function textAnswer(value: AnswerValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
