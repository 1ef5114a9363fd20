import type { PersonId, ProjectId, Sha256 } from '../core/ids.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import type { Language } from '../core/language.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';

/** What a person chose for an export; it is written into the manifest as it was. */
export interface ExportChoices {
  readonly language: Language;
  /** `labels`: headers and choices as people read them; `names`: the machine's names and codes. */
  readonly texts: 'labels' | 'names';
  /** `with_consent`: names and phones of those respondents who agreed to share them; otherwise the columns are left out. */
  readonly personal: 'left_out' | 'with_consent';
  /** Which records were taken, in words of the screen that asked: review states, round, market. */
  readonly filters: Readonly<Record<string, Json>>;
}

/** Who exported what from where, and when. */
export interface ExportOrigin {
  readonly appVersion: string;
  readonly project: ProjectId;
  readonly isSample: boolean;
  readonly exportedBy: PersonId;
  readonly exportedAt: Instant;
}

/** One form's part of a package: its records, the versions they were entered under, those whose visit is not among them. */
export interface FormCount {
  readonly records: number;
  readonly formVersions: readonly number[];
  readonly withoutTheirVisit: number;
}

/** A file of a package, with the SHA-256 of its bytes. */
export interface PackedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: Sha256;
}

/** `manifest.json` of an export package: everything that is needed to check it and to read it. */
export interface Manifest extends ExportOrigin, ExportChoices {
  readonly format: 'bazarnegar-export';
  readonly formatVersion: 1;
  readonly forms: Readonly<Record<SurveyFormId, FormCount>>;
  readonly files: readonly PackedFile[];
  readonly csv: typeof csvNotes;
}

const csvNotes = {
  encoding: 'UTF-8 with byte order mark',
  delimiter: ',',
  lineEnd: 'CRLF',
  quoting: 'RFC 4180',
  textGuard:
    "A text that a spreadsheet would run as a formula has one apostrophe in front; where ^'+ is followed by white space and one of = + - @, or by a tab or line end, take one apostrophe off.",
  severalChoices: 'Codes with a space between them; labels with a semicolon between them',
  missingAnswers:
    'Questions answered with dont_know or refused are empty and listed in missing_answers as question=answer, with " | " between them',
} as const;

/** Puts a manifest together. */
export function makeManifest(
  origin: ExportOrigin,
  choices: ExportChoices,
  forms: Readonly<Record<SurveyFormId, FormCount>>,
  files: readonly PackedFile[],
): Manifest {
  return {
    format: 'bazarnegar-export',
    formatVersion: 1,
    ...origin,
    ...choices,
    forms,
    files,
    csv: csvNotes,
  };
}
