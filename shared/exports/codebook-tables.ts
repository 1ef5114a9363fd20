import { choicesHeader, choicesRows, codebookHeader, codebookRows } from '../forms/codebook.ts';
import { surveyFormIds } from '../forms/definitions/catalogue.ts';
import type { Column, Table } from './table.ts';

/** The codebook of the survey forms: a row for each column of their questions, labelled in every language. */
export function codebookTable(): Table {
  return textTable('codebook', codebookHeader, surveyFormIds.flatMap(codebookRows));
}

/** Every code of every list with its labels in every language. */
export function choicesTable(): Table {
  return textTable('choices', choicesHeader, choicesRows());
}

/** A table of texts that are at hand. */
export function textTable(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  title = name,
): Table {
  const columns = headers.map((header): Column => ({ name: header, header, type: 'text' }));
  return { name, title, columns, rows: eachOf(rows) };
}

async function* eachOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
