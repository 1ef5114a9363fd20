import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';

/** A question as the questionnaire's authors wrote it. */
export interface Question {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly required: string;
  readonly list: string;
  readonly constraint: string;
  readonly relevant: string;
  readonly label_en: string;
  readonly label_fa: string;
}

/** A choice as the questionnaire's authors wrote it. */
export interface Choice {
  readonly list: string;
  readonly code: string;
  readonly en: string;
  readonly fa: string;
}

function readCsv(name: string): Record<string, string>[] {
  const url = new URL(`../../../fixtures/forms/${name}.csv`, import.meta.url);
  return parse(readFileSync(url), { bom: true, columns: true });
}

/** The questions of a form, in order. */
export function readQuestions(form: SurveyFormId): readonly Question[] {
  return readCsv(form) as unknown as readonly Question[];
}

/** All choices of all lists, in order. */
export function readChoices(): readonly Choice[] {
  return readCsv('choices').map((row) => ({
    list: row['list_name'] ?? '',
    code: row['name'] ?? '',
    en: row['label::English (en)'] ?? '',
    fa: row['label::Persian (fa)'] ?? '',
  }));
}
