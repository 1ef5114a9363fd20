import { z } from 'zod';
import type { Json } from '../core/json.ts';
import { canonicalJson } from '../core/json.ts';
import type { Path } from './entry.ts';

/** What a person did about a warning: took the correction offered, typed something else, or kept what they had typed. */
export const warningOutcomes = ['corrected', 'changed', 'kept'] as const;
/** An outcome of a warning. */
export type WarningOutcome = (typeof warningOutcomes)[number];

/** Something that was noticed about a record while it was typed: by its name, with the answers as they were then. */
export interface Warning {
  readonly name: string;
  readonly outcome: WarningOutcome;
  readonly typed: Readonly<Record<Path, string>>;
}

const typedSchema = z.record(z.string(), z.string());
const PREFIX = '@warning/';

/** Warnings as an entry or a draft holds them: one path each, its value the outcome and the answers typed, as JSON. */
export function warningValues(warnings: readonly Warning[]): Readonly<Record<Path, Json>> {
  return Object.fromEntries(
    warnings.map(({ name, outcome, typed }) => [
      `${PREFIX}${name}`,
      `${outcome} ${canonicalJson(typed)}`,
    ]),
  );
}

/** The warnings among the paths of a record or a draft; a text that is none is left out. */
export function readWarnings(values: Readonly<Record<Path, Json>>): readonly Warning[] {
  return Object.entries(values).flatMap(([path, value]) => {
    if (!path.startsWith(PREFIX) || typeof value !== 'string') return [];
    const space = value.indexOf(' ');
    const outcome = warningOutcomes.find((each) => each === value.slice(0, space));
    const typed = outcome && answersIn(value.slice(space + 1));
    return outcome && typed ? [{ name: path.slice(PREFIX.length), outcome, typed }] : [];
  });
}

function answersIn(text: string): Warning['typed'] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typedSchema.safeParse(parsed).data;
  } catch {
    return undefined;
  }
}
