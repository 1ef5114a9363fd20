import type { Language, Texts } from '../core/language.ts';
import { textTable } from './codebook-tables.ts';
import { dictionaryTexts, typeTexts } from './record-texts.ts';
import type { Table } from './table.ts';

/**
 * The sheet that says what each column of the others is: its machine name beside its label. `keptAsText` counts, by
 * `table.column`, numbers that were written as text.
 */
export function dictionaryTable(
  tables: readonly Pick<Table, 'name' | 'title' | 'columns'>[],
  keptAsText: ReadonlyMap<string, number>,
  language: Language,
): Table {
  function say(texts: Texts): string {
    return texts[language];
  }
  const { title, sheet, column, label, type, note, kept_as_text } = dictionaryTexts;
  const rows = tables.flatMap((table) =>
    table.columns.map((each) => {
      const kept = keptAsText.get(`${table.name}.${each.name}`);
      const remark = kept === undefined ? '' : `${say(kept_as_text)} ${kept}`;
      return [table.title, each.name, each.header, say(typeTexts[each.type]), remark];
    }),
  );
  return textTable('dictionary', [sheet, column, label, type, note].map(say), rows, say(title));
}
