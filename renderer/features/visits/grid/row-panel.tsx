import { useLingui } from '@lingui/react/macro';
import type { JSX, KeyboardEvent, Ref } from 'react';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { isMissing } from '#shared/forms/answers.ts';
import { stepOf } from '../../../forms/enter-step.ts';
import { focusedField, focusQuestion, moveFocus } from '../../../forms/focus-order.ts';
import { FormAidContext } from '../../../forms/form-aid.ts';
import { nextMissing } from '../../../forms/missing-texts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useServices } from '../../../services/use-services.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { photoAccess, plainPhotos, roundKeepsOriginals } from '../../../services/photo-access.ts';
import { useGridState, useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import { isBlank } from './grid-row.ts';
import { correctionOf } from '../../../forms/warned.ts';
import { PartConflicts } from '../part-conflicts.tsx';
import { CellRemark } from './cell-remark.tsx';
import css from './grid.module.css';
import { RowFacts } from './row-facts.tsx';
import { RowQuestions } from './row-questions.tsx';
import { RowTalk } from './row-talk.tsx';

interface RowPanelProps {
  readonly visit: string;
  readonly rootRef: Ref<HTMLElement>;
  /** Whether all further questions are shown, or only those that keep the row from being finished. */
  readonly showsAll: boolean;
  /** The keyboard comes back to the cells, and on to what is next. */
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** Beside the grid: what the row with the keyboard comes to, what it lacks, and its further questions. */
export function RowPanel(props: RowPanelProps): JSX.Element | null {
  const row = useGridState(({ at, rows }) => (at ? rows[at.row] : undefined));
  const number = useGridState(({ at, order }) => (at ? order.indexOf(at.row) + 1 : 0));
  return row ? <PanelOfRow key={row.id} {...props} row={row} number={number} /> : null;
}

interface PanelOfRowProps extends RowPanelProps {
  readonly row: GridRow;
  readonly number: number;
}

function PanelOfRow(props: PanelOfRowProps): JSX.Element {
  const { visit, rootRef, showsAll, onDone, onBack, row, number } = props;
  const { t } = useLingui();
  const format = useFormat();
  const services = useServices();
  const { specsOf, session, reader } = useGridTools();
  const { id } = row;
  const aid = useMemo(
    () => ({
      suggestions: () => specsOf(undefined),
      photos: photoAccess(services, id, {
        ...plainPhotos,
        keepsOriginals: () => roundKeepsOriginals(reader.registers, session.header()),
      }),
    }),
    [services, id, specsOf, reader, session],
  );
  /** "Does not know" and "would not say", as on the form. */
  function giveMissing(event: KeyboardEvent<HTMLElement>): void {
    const root = event.currentTarget;
    const field = focusedField(root);
    if (field === undefined || row.form.fields[field]?.answeredBy !== 'respondent') return;
    event.preventDefault();
    const now = row.content.answers[field];
    const missing = nextMissing(isMissing(now) ? now.missing : undefined);
    flushSync(() => session.acts.type({ row: id, field, value: missing && { missing } }));
    focusQuestion(root, field);
  }
  function correct(event: KeyboardEvent<HTMLElement>): void {
    const offered = correctionOf(session.reader.status(row).noticed);
    if (offered === undefined) return;
    event.preventDefault();
    flushSync(() => session.acts.correct(id, offered));
  }
  /** Enter goes on from "does not know" too, instead of taking it back. */
  function stepFromMissing(event: KeyboardEvent<HTMLElement>): 1 | -1 | undefined {
    const field = focusedField(event.currentTarget);
    if (event.key !== 'Enter' || field === undefined) return undefined;
    if (!isMissing(row.content.answers[field])) return undefined;
    return event.shiftKey ? -1 : 1;
  }
  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') return onBack();
    if (event.key === 'F4') return giveMissing(event);
    if (event.key === 'F8') return correct(event);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onDone();
    }
    const step = stepOf(event) ?? stepFromMissing(event);
    if (step === undefined) return undefined;
    event.preventDefault();
    const root = event.currentTarget;
    queueMicrotask(() => {
      if (!moveFocus(root, step)) (step === 1 ? onDone : onBack)();
    });
    return undefined;
  }
  return (
    <FormAidContext value={aid}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the fields inside take the keys */}
      <section
        ref={rootRef}
        aria-label={t`Further questions of the row`}
        className={css['panel']}
        onKeyDown={press}
        onBlur={session.acts.settle}
      >
        <div className={css['panelHead']}>
          <span className={css['panelTitle']}>{t`Row ${format.number(number)}`}</span>
          <RowFacts row={row} />
          {!isBlank(row) && (
            <ButtonLink size="small" kind="quiet" to={`/visits/${visit}/price/${id}`}>
              {t`Open on a page of its own`}
            </ButtonLink>
          )}
          {!showsAll && !isBlank(row) && (
            <span className={css['panelFact']}>
              <KeyHint keys="Alt+M" /> {t`further questions`}
            </span>
          )}
        </div>
        {row.record && <PartConflicts record={row.record} isTyped={row.hasDraft} />}
        {row.record && <RowTalk record={id} />}
        <CellRemark row={row} onBack={onBack} />
        {!isBlank(row) && <RowQuestions row={row} showsAll={showsAll} onDone={onDone} />}
      </section>
    </FormAidContext>
  );
}
