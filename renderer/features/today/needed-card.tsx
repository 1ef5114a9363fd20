import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { CoverageCell } from '#shared/analysis/coverage.ts';
import { stillNeeded } from '#shared/analysis/coverage.ts';
import { choiceLabel } from '#shared/forms/form-labels.ts';
import type { Registers } from '../../forms/registers.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { openRound, useCoverage } from '../../services/use-coverage.ts';
import { useServices } from '../../services/use-services.ts';
import { Card } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';

/** What a surveyor still has to bring from each market of theirs, counted as it is typed. */
export function NeededCard({ registers }: { readonly registers: Registers }): JSX.Element | null {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { identity } = useServices();
  const cells = useCoverage(registers, openRound(registers));
  if (cells.status !== 'ready') return null;
  const own = cells.value.filter(({ persons }) => persons.includes(identity.person));
  const markets = [...new Set(own.map(({ market }) => market))];
  const rows = markets.flatMap((market) => {
    const needed = stillNeeded(own, { market });
    return needed.length === 0 ? [] : [{ market, needed }];
  });
  if (rows.length === 0) return null;

  function wordsOf({ product, level, have, wanted }: CoverageCell): string {
    const name = nameOfCode(registers, 'product', product, language);
    const trade = choiceLabel('market_level', level)?.[language] ?? level;
    return t`${name} (${trade}): ${format.number(have)} of ${format.number(wanted)}`;
  }
  return (
    <Card title={t`Still needed`}>
      <RowList>
        {rows.map(({ market, needed }) => {
          const place = nameOfCode(registers, 'market', market, language);
          const ofMarket = own.filter((cell) => cell.market === market);
          const wanted = ofMarket.reduce((sum, cell) => sum + cell.wanted, 0);
          const have = ofMarket.reduce((sum, cell) => sum + Math.min(cell.have, cell.wanted), 0);
          return (
            <Row key={market} title={place} note={needed.map(wordsOf).join(' · ')}>
              <ProgressBar label={t`Prices of ${place}`} value={have} max={wanted} />
            </Row>
          );
        })}
      </RowList>
    </Card>
  );
}
