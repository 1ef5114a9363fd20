import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/core/ids.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useGridTools } from './grid-context.ts';
import type { RowState } from './grid-row.ts';
import { useStateWords } from './use-state-words.ts';

interface Turn {
  readonly row: RecordId;
  readonly state: RowState;
}

/** Says to who cannot see it where the row stands that is typed in or was just left, whenever that changes. */
export function RowStateVoice(): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { session } = useGridTools();
  const { state: store, reader } = session;
  const wordsOf = useStateWords();
  const [turn, setTurn] = useState<Turn>();
  useEffect(() => {
    const heard = new Map<RecordId, RowState['is']>();
    return store.subscribe((now, before) => {
      const ids = new Set([before.at?.row, now.at?.row].filter((id) => id !== undefined));
      // What a row that was left came to is heard when it is written, after the keyboard has gone on.
      for (const id of [...heard.keys(), ...ids]) {
        const row = now.rows[id];
        if (!row || (row === before.rows[id] && heard.has(id))) continue;
        const state = reader.state(row);
        const isNew = heard.has(id) && heard.get(id) !== state.is && state.is !== 'finishing';
        if (state.is !== 'finishing') heard.set(id, state.is);
        if (isNew) setTurn({ row: id, state });
      }
    });
  }, [store, reader]);
  const words = turn && wordsOf(turn.state);
  const number = turn ? store.getState().order.indexOf(turn.row) + 1 : 0;
  return (
    <VisuallyHidden>
      <span role="status">{words !== undefined && t`Row ${format.number(number)}: ${words}`}</span>
    </VisuallyHidden>
  );
}
