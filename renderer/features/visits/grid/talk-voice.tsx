import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useGridState, useGridTools } from './grid-context.ts';

/** Says to who cannot see it what was said of the cell that the keyboard has come to. */
export function TalkVoice(): JSX.Element {
  const { t } = useLingui();
  const { session, labelOf } = useGridTools();
  const said = useGridState(({ at, talk }) => at && talk[at.row]?.[at.column]);
  const name = useGridState(({ at }) => at?.column);
  const column = session.columns.find((each) => each.name === name);
  const text = said?.join('; ');
  const label = column && labelOf(column);
  return (
    <VisuallyHidden>
      <span role="status">
        {text !== undefined && label !== undefined && t`Comment on ${label}: ${text}`}
      </span>
    </VisuallyHidden>
  );
}
