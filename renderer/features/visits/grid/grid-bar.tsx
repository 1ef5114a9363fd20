import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import { useServices } from '../../../services/use-services.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { NeededHere } from '../needed-here.tsx';
import { useGridState, useGridTools } from './grid-context.ts';
import { GridLegend, useGridKeyHints } from './grid-legend.tsx';
import css from './grid.module.css';
import { LastItems } from './last-items.tsx';
import { commentedCells } from './rows-talk.ts';
import type { RunCommand } from './run-command.ts';
import { useHeader } from './use-header.ts';

interface GridBarProps {
  readonly visit: RecordId;
  readonly run: RunCommand;
  /** Whether what was typed could not be saved yet. */
  readonly isFailing: boolean;
  readonly onFinishChanges: (rows: readonly RecordId[]) => void;
}

/** What can be done beside typing, and what the keys do. */
export function GridBar({ visit, run, isFailing, onFinishChanges }: GridBarProps): JSX.Element {
  const { t } = useLingui();
  const { session, reader } = useGridTools();
  const header = useHeader(visit) ?? session.header();
  useGridKeyHints(session.isOthers);
  const changed = useGridState(({ rows, order: ids }) =>
    ids
      .filter((id) => {
        const row = rows[id];
        return row?.record && row.hasDraft && session.reader.state(row).is === 'changed';
      })
      .join(' '),
  );
  const order = useGridState((state) => state.order);
  const talk = useGridState((state) => state.talk);
  const comments = useMemo(
    () => commentedCells({ order, talk }, session.columns).length,
    [order, talk, session],
  );
  const changedRows = changed === '' ? [] : (changed.split(' ') as RecordId[]);
  return (
    <div className={css['bar']}>
      {!session.isOthers && (
        <>
          <NewPrice visit={visit} run={run} />
          <NeededHere visit={header} registers={reader.registers} />
        </>
      )}
      {changedRows.length > 0 && (
        <Button size="small" kind="primary" onClick={() => onFinishChanges(changedRows)}>
          {t`${plural(changedRows.length, { one: 'Finish # changed row', other: 'Finish # changed rows' })}`}
        </Button>
      )}
      {comments > 0 && (
        <Button
          size="small"
          kind="quiet"
          icon="comment"
          onClick={() => run({ do: 'next-comment' })}
        >
          {t`${plural(comments, { one: '# cell with a comment', other: '# cells with comments' })}`}
          <KeyHint keys="Alt+J" />
        </Button>
      )}
      {isFailing && (
        <span className={css['failed']}>
          <Icon name="error" />
          {t`Not saved yet: stay on this page, it is tried again`}
        </span>
      )}
      {!session.isOthers && <GridLegend />}
    </div>
  );
}

/** The ways to one more price. */
function NewPrice({ visit, run }: Pick<GridBarProps, 'visit' | 'run'>): JSX.Element {
  const { t } = useLingui();
  const { ambient } = useServices();
  const [, navigate] = useLocation();
  function openPage(): void {
    navigate(`/visits/${visit}/price/${ambient.newRecordId()}`);
  }
  useShortcut({
    code: 'KeyN',
    run: openPage,
    label: t`New price on a page of its own`,
    needsAlt: true,
  });
  return (
    <>
      <Button size="small" icon="add" onClick={() => run({ do: 'new-row' })}>
        {t`New row`}
        <KeyHint keys="Ctrl+Enter" />
      </Button>
      <Button size="small" kind="quiet" onClick={openPage}>
        {t`New price on a page of its own`}
        <KeyHint keys="Alt+N" />
      </Button>
      <LastItems />
    </>
  );
}
