import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { isDecimal } from '#shared/core/decimal.ts';
import type { Noticed } from '#shared/forms/context.ts';
import { noticeText } from '../../../forms/notice-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Icon } from '../../../ui/icons.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useGridState, useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import css from './grid.module.css';

// The first digits of a number are always far off: it is spoken of once the fingers rest.
const REST_MS = 500;

/** While a price is typed: what looks wrong with it beside this outlet's and other prices, said as soon as the fingers rest. */
export function SlipFact({ row }: { readonly row: GridRow }): JSX.Element {
  const { session } = useGridTools();
  const column = useGridState(({ at }) => at?.column);
  const [first] = row.hasDraft ? session.reader.status(row).noticed : [];
  const noticed = useRested(first?.field === column ? first : undefined);
  return (
    <span role="status" className={css['slip']}>
      {noticed && <SlipWords noticed={noticed} />}
    </span>
  );
}

function SlipWords({ noticed }: { readonly noticed: Noticed }): JSX.Element {
  const { i18n, t } = useLingui();
  const format = useFormat();
  const { name, ratio, basis, correction } = noticed;
  const words = noticeText(name);
  const times = ratio !== undefined && isDecimal(ratio) ? format.number(ratio, 2) : undefined;
  const beside = {
    outlet: t`${times} times what this outlet asked before.`,
    market: t`${times} times what is asked in this market.`,
    round: t`${times} times what other markets ask in this round.`,
    history: t`${times} times what was asked in earlier rounds.`,
  };
  return (
    <>
      <Icon name="warning" /> {basis !== undefined && times !== undefined && beside[basis]}{' '}
      {words && i18n._(words)} {correction && <KeyHint keys="F8" />}
    </>
  );
}

/** What was noticed, once it has stayed the same for a moment; gone at once. */
function useRested(noticed: Noticed | undefined): Noticed | undefined {
  const key = noticed && `${noticed.name} ${noticed.ratio ?? ''}`;
  const [rested, setRested] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return rested === key ? noticed : undefined;
}
