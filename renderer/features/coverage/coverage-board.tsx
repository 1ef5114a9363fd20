import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { groupBy } from '#shared/core/group-by.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { Card } from '../../ui/card.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import type { AddressQuery } from '../../ui/use-address-query.ts';
import { CellRecords } from './cell-records.tsx';
import css from './coverage.module.css';
import { CoverageKey, useCellWords } from './coverage-key.tsx';

interface CoverageBoardProps {
  readonly cells: readonly CoverageCell[];
  readonly reader: AnswerReader;
  readonly query: AddressQuery;
}

/** The table of the round, one for each level of trade; a cell opens its records. */
export function CoverageBoard({ cells, reader, query }: CoverageBoardProps): JSX.Element {
  const { t } = useLingui();
  const { language, format } = reader;
  const levels = useMemo(() => [...groupBy(cells, ({ level }) => level)], [cells]);
  const chosen = query.get('cell');
  const opened = cells.find((cell) => nameOf(cell) === chosen);
  const assigned = cells.filter(({ wanted }) => wanted > 0);
  const done = assigned.filter(
    ({ have, wanted, state }) => have >= wanted || state === 'unavailable',
  );
  return (
    <div className={css['board']}>
      <p className={css['sum']}>
        {t`${format.number(done.length)} of ${plural(assigned.length, { one: '# assigned cell is', other: '# assigned cells are' })} settled.`}
      </p>
      <CoverageKey />
      <div className={css['panes']}>
        <div className={css['tables']}>
          {levels.map(([level, group]) => (
            <Card key={level} title={choiceLabel('market_level', level)?.[language] ?? level}>
              <LevelTable
                cells={group}
                reader={reader}
                chosen={chosen}
                onChoose={(cell) => query.change({ cell: nameOf(cell) })}
              />
            </Card>
          ))}
        </div>
        {opened && (
          <CellRecords
            cell={opened}
            reader={reader}
            onClose={() => query.change({ cell: undefined })}
          />
        )}
      </div>
    </div>
  );
}

interface LevelTableProps {
  readonly cells: readonly CoverageCell[];
  readonly reader: AnswerReader;
  readonly chosen: string | undefined;
  readonly onChoose: (cell: CoverageCell) => void;
}

function LevelTable({ cells, reader, chosen, onChoose }: LevelTableProps): JSX.Element {
  const { t } = useLingui();
  const { registers, language, format } = reader;
  const markets = [...new Set(cells.map(({ market }) => market))];
  const products = [...new Set(cells.map(({ product }) => product))];
  const byPlace = new Map(cells.map((cell) => [`${cell.market}|${cell.product}`, cell]));
  const level = choiceLabel('market_level', cells[0]?.level ?? '')?.[language];
  const table = t`Quotations by item and market`;
  const name = level === undefined ? table : `${table}: ${level}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={name}>
      <table className={css['table']} aria-label={table}>
        <thead>
          <tr>
            <th scope="col" className={css['head']}>{t`Item`}</th>
            {markets.map((market) => (
              <th key={market} scope="col" className={css['head']}>
                {nameOfCode(registers, 'market', market, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product}>
              <th scope="row" className={css['item']}>
                {nameOfCode(registers, 'product', product, language)}
              </th>
              {markets.map((market) => {
                const cell = byPlace.get(`${market}|${product}`);
                if (!cell)
                  return (
                    <td key={market} className={css['empty']}>
                      –
                    </td>
                  );
                const counts = `${format.number(cell.have)} / ${format.number(cell.wanted)}`;
                return (
                  <td key={market} className={css['cell']}>
                    <CellButton
                      state={cell.state}
                      counts={counts}
                      isChosen={nameOf(cell) === chosen}
                      onChoose={() => onChoose(cell)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellButtonProps {
  readonly state: CoverageCell['state'];
  readonly counts: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function CellButton({ state, counts, isChosen, onChoose }: CellButtonProps): JSX.Element {
  const words = useCellWords();
  return (
    <button
      type="button"
      className={joinClasses(css['count'], css[state])}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <bdi dir="ltr">{counts}</bdi>
      <span className={css['word']}>{words(state)}</span>
    </button>
  );
}

function nameOf({ market, product, level }: CoverageCell): string {
  return [market, product, level].join('|');
}
