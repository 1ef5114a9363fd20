import { findMistakes } from '#shared/analysis/mistakes/find-mistakes.ts';
import { groupBy } from '#shared/core/group-by.ts';
import type { LabelledRow } from './labelled-rows.ts';

/** How well the detector names one way of getting a row wrong. */
export interface Score {
  readonly rows: number;
  /** Its first finding names the mistake; one of its findings does; it warned at all. */
  readonly named: number;
  readonly offered: number;
  readonly warned: number;
  readonly mistakenFor: ReadonlyMap<string, number>;
}

export interface Measurement {
  readonly byWay: ReadonlyMap<string, Score>;
  readonly byName: ReadonlyMap<string, { readonly precision: number; readonly recall: number }>;
  /** Shares of all wrong rows; the same as the mean over the ways, as if each happened as often; right rows warned of. */
  readonly named: number;
  readonly namedOfEach: number;
  readonly offered: number;
  readonly falseAlarms: number;
  readonly right: number;
  readonly wrong: number;
}

/** Runs the detector over labelled rows and counts. */
export function measure(rows: readonly LabelledRow[]): Measurement {
  const found = rows.map((row) => ({
    ...row,
    names: findMistakes(row.row, row.reference).map(({ name }) => name),
  }));
  const right = found.filter(({ truth }) => truth === undefined);
  const wrong = found.filter(({ truth }) => truth !== undefined);
  const byWay = new Map(
    [...groupBy(found, ({ way }) => way)].map(([way, group]) => [way, scoreOf(group)]),
  );
  const truths = new Set(wrong.flatMap(({ truth }) => truth ?? []));
  const byName = new Map(
    [...truths].map((name) => {
      const hits = found.filter(({ truth, names: [first] }) => truth === name && first === name);
      const said = found.filter(({ names: [first] }) => first === name);
      const meant = wrong.filter(({ truth }) => truth === name);
      return [name, { precision: hits.length / said.length, recall: hits.length / meant.length }];
    }),
  );
  return {
    byWay,
    byName,
    named: share(wrong, ({ truth, names: [first] }) => first === truth),
    namedOfEach: meanOf(
      [...byWay].flatMap(([way, { named, rows: all }]) => (way === 'right' ? [] : [named / all])),
    ),
    offered: share(wrong, ({ truth, names }) => truth !== undefined && names.includes(truth)),
    falseAlarms: share(right, ({ names: all }) => all.length > 0),
    right: right.length,
    wrong: wrong.length,
  };
}

type Found = LabelledRow & { readonly names: readonly string[] };

function scoreOf(group: readonly Found[]): Score {
  const others = group.filter(({ truth, names: [first] }) => first !== truth);
  return {
    rows: group.length,
    named: group.length - others.length,
    offered: group.filter(({ truth, names }) => names.includes(truth ?? '')).length,
    warned: group.filter(({ names }) => names.length > 0).length,
    mistakenFor: new Map(
      [...groupBy(others, ({ names: [first] }) => first ?? 'right')].map(([name, all]) => [
        name,
        all.length,
      ]),
    ),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}
