import type { Json } from '../core/json.ts';
import { packIds, readIds } from './id-column.ts';
import { packNumbers, readNumbers } from './packed-numbers.ts';

/**
 * The values of one path over some entries, in the densest of the ways that hold them: `same` one value for all,
 * `some` few values and which of them each entry has, `ids` UUIDs of version 7, `text` strings one after the other,
 * `list` anything. JSON, so that a reader needs nothing but a parser.
 */
export type Column =
  | readonly ['same', Json]
  | readonly ['some', Column, number, string]
  | readonly ['ids', readonly number[], string, string]
  | readonly ['text', string]
  | readonly ['list', readonly Json[]];

// A character that hardly any answer holds; where one does, the column is a list.
const SEPARATOR = '|';
// Beyond that share of different values, naming them apart costs more than it saves.
const MOST_DIFFERENT = 0.7;

/** Lays values out as a column; there must be at least one. */
export function packColumn(values: readonly Json[]): Column {
  const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  const places = new Map<string, number>();
  const distinct: Json[] = [];
  const chosen = values.map((value, at) => {
    // A string and another value with the same text are two values.
    const key = `${typeof value === 'string' ? '"' : ''}${texts[at]}`;
    const place = places.get(key) ?? distinct.push(value) - 1;
    places.set(key, place);
    return place;
  });
  const [first = null] = distinct;
  if (distinct.length === 1) return ['same', first];
  if (distinct.length <= values.length * MOST_DIFFERENT) {
    return ['some', packDistinct(distinct), distinct.length, packNumbers(chosen, distinct.length)];
  }
  return packDistinct(values);
}

function packDistinct(values: readonly Json[]): Column {
  if (!values.every((value) => typeof value === 'string')) return ['list', values];
  const ids = packIds(values);
  if (ids) return ['ids', ids.ms, ids.variants, ids.tails];
  return values.some((value) => value.includes(SEPARATOR))
    ? ['list', values]
    : ['text', values.join(SEPARATOR)];
}

/** Reads a column of `count` values from outside; undefined where it is none. */
export function readColumn(column: unknown, count: number): readonly Json[] | undefined {
  if (!Array.isArray(column)) return undefined;
  const [kind, first, second, third]: readonly unknown[] = column;
  if (kind === 'same' && column.length === 2) {
    return Array.from({ length: count }, () => first as Json);
  }
  if (kind === 'some' && typeof second === 'number' && second >= 1 && second <= count) {
    const distinct = Array.isArray(first) && first[0] !== 'some' && readColumn(first, second);
    const chosen = readNumbers(third, second, count);
    if (!distinct || !chosen) return undefined;
    return chosen.map((place) => distinct[place] ?? null);
  }
  if (kind === 'ids') return readIds({ ms: first, variants: second, tails: third }, count);
  const values: unknown =
    kind === 'text' && typeof first === 'string' ? first.split(SEPARATOR) : first;
  const isValues = (kind === 'text' || kind === 'list') && Array.isArray(values);
  return isValues && values.length === count ? (values as readonly Json[]) : undefined;
}

/** A column of values that some entries have not: which have one, unless all have; nothing where none has. */
export type SparseColumn = readonly [] | readonly [Column] | readonly [Column, string];

/** Lays values out of which some are absent. */
export function packSparse(values: readonly (Json | undefined)[]): SparseColumn {
  const present = values.filter((value) => value !== undefined);
  if (present.length === 0) return [];
  const column = packColumn(present);
  if (present.length === values.length) return [column];
  return [
    column,
    packNumbers(
      values.map((value) => (value === undefined ? 0 : 1)),
      2,
    ),
  ];
}

/** Reads a sparse column over `count` entries from outside; undefined where it is none. */
export function readSparse(
  sparse: unknown,
  count: number,
): readonly (Json | undefined)[] | undefined {
  if (!Array.isArray(sparse) || sparse.length > 2) return undefined;
  const [column, marks]: readonly unknown[] = sparse;
  if (sparse.length === 0) return Array.from({ length: count }, () => undefined);
  if (sparse.length === 1) return readColumn(column, count);
  const isPresent = readNumbers(marks, 2, count);
  if (!isPresent) return undefined;
  const values = readColumn(column, isPresent.filter((mark) => mark === 1).length);
  let next = 0;
  return values && isPresent.map((mark) => (mark === 1 ? values[next++] : undefined));
}
