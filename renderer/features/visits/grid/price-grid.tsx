import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { useAutosave } from '../../../forms/use-autosave.ts';
import { useFailureText } from '../../../i18n/use-failure-text.ts';
import { showToast } from '../../../ui/toasts.tsx';
import { WhyDialog } from '../../../ui/why-dialog.tsx';
import { togglePin } from '../pins.ts';
import type { GridTools } from './grid-context.ts';
import { ChangesOfRows } from './changes-of-rows.tsx';
import { CommandContext, GridContext } from './grid-context.ts';
import { GridBar } from './grid-bar.tsx';
import { GridBody } from './grid-body.tsx';
import css from './grid.module.css';
import { focusRemark, focusRest } from './focus-rest.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { RowPanel } from './row-panel.tsx';
import { RowStateVoice } from './row-state-voice.tsx';
import { useWeighing } from './use-weighing.ts';
import { WeighDialog } from './weigh-dialog.tsx';
import { TalkVoice } from './talk-voice.tsx';
import { createRunCommand } from './run-command.ts';
import { useClipboard } from './use-clipboard.ts';

interface PriceGridProps {
  readonly tools: GridTools;
  readonly visit: RecordId;
  readonly label: string;
  readonly onPins: (pins: ReadonlySet<string>) => void;
}

/** The price rows of a visit, typed in one go. */
export function PriceGrid({ tools, visit, label, onPins }: PriceGridProps): JSX.Element {
  const { t } = useLingui();
  const failureText = useFailureText();
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const [panel, setPanel] = useState<HTMLElement | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const [whyRows, setWhyRows] = useState<readonly RecordId[]>([]);
  const { session } = tools;
  useEffect(() => session.onLateChange(setWhyRows), [session]);
  const clipboard = useClipboard(tools);
  const { isFailing } = useAutosave(session.autosave);

  function focusCell(): void {
    grid?.querySelector<HTMLElement>('[role=gridcell] input')?.focus();
  }
  const weighing = useWeighing(session);
  const { begin: weigh } = weighing;
  const [togglePanel] = useState(() => () => setShowsAll((before) => !before));
  const run = useMemo(
    () =>
      createRunCommand(tools, {
        askRest: (row) => focusRest(tools.session, row, panel),
        askRemark: () => focusRemark(tools.session, panel),
        askWhy: setWhyRows,
        togglePanel,
        weigh,
        togglePin(column) {
          const next = togglePin(tools.session.state.getState().pins, column);
          tools.session.state.setState({ pins: next });
          onPins(next);
        },
        leaveCells: () => grid?.focus(),
      }),
    [tools, togglePanel, weigh, onPins, grid, panel],
  );
  function goOn(): void {
    flushSync(focusCell);
    run({ do: 'next' });
  }
  function accept(): void {
    clipboard.accept();
    focusCell();
  }
  function cancel(): void {
    clipboard.cancel();
    focusCell();
  }
  async function finishChanges(why: string): Promise<void> {
    const rows = whyRows;
    setWhyRows([]);
    tell(await session.finish.finishChanges(rows, why));
    focusCell();
  }
  function tell(result: Result<unknown, Failure>): void {
    if (!result.ok) showToast({ tone: 'error', text: failureText(result.error).what });
  }
  return (
    <GridContext value={tools}>
      <CommandContext value={run}>
        <div className={css['layout']}>
          <GridBar visit={visit} run={run} isFailing={isFailing} onFinishChanges={setWhyRows} />
          <RowStateVoice />
          <TalkVoice />
          <GridBody label={label} run={run} grid={grid} onGrid={setGrid} clipboard={clipboard} />
          <RowPanel
            visit={visit}
            rootRef={setPanel}
            showsAll={showsAll}
            onDone={goOn}
            onBack={focusCell}
          />
        </div>
        {clipboard.plan && (
          <PasteDialog plan={clipboard.plan} onAccept={accept} onCancel={cancel} />
        )}
        {weighing.now && (
          <WeighDialog
            {...weighing.now}
            visit={session.header()}
            today={session.today}
            onWritten={() => void weighing.takeIn().then(focusCell)}
            onClose={() => {
              weighing.end();
              focusCell();
            }}
          />
        )}
        {whyRows.length > 0 && (
          <WhyDialog
            title={t`Why is this record changed?`}
            confirmLabel={t`Finish the change`}
            usual={[t`Typing mistake`, t`Asked the seller again`, t`At the supervisor's request`]}
            onConfirm={(why) => void finishChanges(why)}
            onCancel={() => setWhyRows([])}
          >
            <ChangesOfRows rows={whyRows} />
          </WhyDialog>
        )}
      </CommandContext>
    </GridContext>
  );
}
