import { canonicalJson } from '#shared/core/json.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { FormContent } from '../../../forms/form-content.ts';

/** All that a row holds of one question. */
interface CellContent {
  readonly value?: AnswerValue;
  readonly raw?: string;
  readonly reason?: string;
  /** Held only where it differs: a remark written later stays when an earlier answer is undone. */
  readonly remark?: string;
  readonly isCarried?: true;
}

type Cells = Readonly<Record<string, CellContent>>;

/** What changed in a row: its questions as they were and as they are; `{}` for one that was empty. */
export interface RowChange {
  readonly row: RecordId;
  readonly before: Cells;
  readonly after: Cells;
}

/** The questions in which two contents of a row differ; undefined where they are the same. */
export function changeBetween(
  row: RecordId,
  before: FormContent,
  after: FormContent,
): RowChange | undefined {
  const names = new Set([...namesOf(before), ...namesOf(after)]);
  function isOtherRemark(name: string): boolean {
    return remarkIn(before, name) !== remarkIn(after, name);
  }
  const changed = [...names].filter(
    (name) => isOtherRemark(name) || !isSame(cellOf(before, name), cellOf(after, name)),
  );
  if (changed.length === 0) return undefined;
  function cellsOf(content: FormContent): Cells {
    return Object.fromEntries(
      changed.map((name) => [
        name,
        {
          ...cellOf(content, name),
          ...(isOtherRemark(name) ? { remark: remarkIn(content, name) } : {}),
        },
      ]),
    );
  }
  return {
    row,
    before: cellsOf(before),
    after: cellsOf(after),
  };
}

/** A content with some questions put to another state. */
export function withCells(content: FormContent, cells: Cells): FormContent {
  const names = new Set(Object.keys(cells));
  const given = Object.entries(cells);
  return {
    ...content,
    answers: { ...others(content.answers, names), ...pick(given, 'value') },
    raw: { ...others(content.raw, names), ...pick(given, 'raw') },
    reasons: { ...others(content.reasons, names), ...pick(given, 'reason') },
    carried: [
      ...content.carried.filter((name) => !names.has(name)),
      ...given.flatMap(([name, { isCarried }]) => (isCarried ? [name] : [])),
    ],
    remarks: { ...content.remarks, ...pick(given, 'remark') },
    warned: content.warned,
  };
}

function namesOf({ answers, raw, reasons, remarks = {} }: FormContent): readonly string[] {
  return [answers, raw, reasons, remarks].flatMap(Object.keys);
}

function remarkIn({ remarks = {} }: FormContent, name: string): string {
  return remarks[name] ?? '';
}

function cellOf({ answers, raw, reasons, carried }: FormContent, name: string): CellContent {
  const [value, text, reason] = [answers[name], raw[name], reasons[name]];
  return {
    ...(value === undefined ? {} : { value }),
    ...(text === undefined ? {} : { raw: text }),
    ...(reason === undefined ? {} : { reason }),
    ...(carried.includes(name) ? { isCarried: true } : {}),
  };
}

function isSame(a: CellContent, b: CellContent): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function others<T>(
  values: Readonly<Record<string, T>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

function pick<K extends 'value' | 'raw' | 'reason' | 'remark'>(
  cells: readonly (readonly [string, CellContent])[],
  part: K,
): Readonly<Record<string, NonNullable<CellContent[K]>>> {
  return Object.fromEntries(
    cells.flatMap(([name, cell]) => {
      const value = cell[part];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
