import { describe, expect, test } from 'vitest';
import { languages } from '#shared/core/language.ts';
import { dictionaryTable } from '#shared/exports/dictionary-table.ts';
import { openRecordTable } from '#shared/exports/record-table.ts';
import type { Table } from '#shared/exports/table.ts';
import { surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import type { Language } from '#shared/core/language.ts';
import { exportOrigin, persianLabels, sourceOf } from '../../../support/export-records.ts';

function tablesIn(language: Language): readonly Table[] {
  const choices = { ...persianLabels, personal: 'with_consent', language } as const;
  const order = { choices, origin: exportOrigin, offsetMinutes: 210 };
  const tables = surveyFormIds.map((form) => openRecordTable(form, sourceOf([]), order).table);
  return [...tables, dictionaryTable(tables, new Map(), language)];
}

function headersIn(language: Language): readonly string[] {
  return tablesIn(language).flatMap((table) => table.columns.map(({ header }) => header));
}

describe.each(languages)('an export in %s', (language) => {
  test.each(tablesIn(language))('heads each column of $name differently', ({ columns }) => {
    const headers = columns.map(({ header }) => header);
    expect(headers.filter((header, at) => headers.indexOf(header) !== at)).toEqual([]);
    expect(headers.filter((header) => header.trim() === '')).toEqual([]);
  });
});

test.each(languages.filter((language) => language !== 'en'))(
  'an export in %s has no header in English or in the names of the machine',
  (language) => {
    const english = new Set(headersIn('en'));
    const headers = headersIn(language);
    expect(headers.filter((header) => english.has(header) || /^[\w -]+$/.test(header))).toEqual([]);
  },
);

test('every column of an export in English has a header in words', () => {
  expect(headersIn('en').filter((header) => /^[a-z]+(_[a-z]+)+$/.test(header))).toEqual([]);
});
