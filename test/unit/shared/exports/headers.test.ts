import { describe, expect, test } from 'vitest';
import { languages } from '#shared/core/language.ts';
import { choicesTable, codebookTable } from '#shared/exports/codebook-tables.ts';
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

async function labelsOf(table: Table, language: Language): Promise<readonly string[]> {
  const at = table.columns.findIndex(({ name }) => name === `label_${language}`);
  const labels: string[] = [];
  for await (const row of table.rows) labels.push(String(row[at]));
  return labels;
}

describe.each([
  ['codebook', codebookTable],
  ['list of choices', choicesTable],
])('the %s', (_, table) => {
  test.each(languages)('labels every row in %s', async (language) => {
    const labels = await labelsOf(table(), language);
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter((label) => label.trim() === '' || label === 'undefined')).toEqual([]);
  });

  test.each(languages.filter((language) => language !== 'en'))(
    'has no label in %s that is English',
    async (language) => {
      const english = new Set(await labelsOf(table(), 'en'));
      const labels = await labelsOf(table(), language);
      // Names of norms and terms of delivery are written so everywhere.
      expect(labels.filter((label) => english.has(label) && /[a-z]/.test(label))).toEqual([]);
    },
  );
});
