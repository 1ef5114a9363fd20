import { directionOf, listMarksOf } from '../core/language.ts';
import type { Choices } from '../forms/choices.ts';
import type { MissingReason } from '../forms/answers.ts';
import { choiceLabel, plusLabel } from '../forms/form-labels.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportChoices } from './manifest.ts';

/** How an export writes codes: as they are, or as the names people know them by. */
export type TextChoices = Pick<ExportChoices, 'language' | 'texts'>;
type ItemLabels = Pick<ExportSource, 'itemLabel'>;

/** One code of a question's choices. A code that is not known (a newer list, another version) stays as it is. */
export function codeText(
  code: string,
  choices: Choices | undefined,
  source: ItemLabels,
  { language, texts }: TextChoices,
): string {
  if (texts === 'names' || choices === undefined) return code;
  if ('codelist' in choices) return choiceLabel(choices.codelist, code)?.[language] ?? code;
  if ('records' in choices) return code;
  return plusLabel(code)?.[language] ?? source.itemLabel(choices.register, code) ?? code;
}

/** Several codes, given with spaces between them: the same, or their labels separated by semicolons. */
export function codesText(
  codes: string,
  choices: Choices | undefined,
  source: ItemLabels,
  options: TextChoices,
): string {
  if (options.texts === 'names') return codes;
  return codes
    .split(' ')
    .map((code) => codeText(code, choices, source, options))
    .join(listMarksOf[directionOf[options.language]].semicolon);
}

/** "Don't know" or "refused". */
export function missingText(reason: MissingReason, { language, texts }: TextChoices): string {
  return texts === 'names' ? reason : (choiceLabel('yes_no_dk', reason)?.[language] ?? reason);
}

/** Notes on questions in one cell: `question=note | question=note`. */
export function notesText(notes: readonly (readonly [question: string, note: string])[]): string {
  return notes.map(([question, note]) => `${question}=${note}`).join(' | ');
}
