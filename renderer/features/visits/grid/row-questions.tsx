import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { QuestionModel } from '../../../forms/question-model.ts';
import type { QuestionActs } from '../../../forms/question-acts.ts';
import { Question } from '../../../forms/question.tsx';
import type { ShownForm } from '../../../forms/use-open-form.ts';
import { useQuestions } from '../../../forms/use-questions.ts';
import { WarningAnswer } from '../../../forms/warning-answer.tsx';
import { UnclearAmount } from '../../../forms/widgets/unclear-amount.tsx';
import { useGridState, useGridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import css from './grid.module.css';
import type { RowRest } from './row-rest.ts';
import { restOf, unclearOf } from './row-rest.ts';

interface RowQuestionsProps {
  readonly row: GridRow;
  readonly showsAll: boolean;
  readonly onDone: () => void;
}

/** The questions of a row that have no cell, and the answers that its warnings ask for. */
export function RowQuestions({ row, showsAll, onDone }: RowQuestionsProps): JSX.Element | null {
  const { session } = useGridTools();
  const { columns, reader, acts } = session;
  const current = useGridState(({ at, asksRest }) =>
    asksRest === undefined ? at?.column : undefined,
  );
  const status = reader.status(row);
  const rest = restOf(reader.issues(row), columns, status);
  const unclear = unclearOf(row, columns);
  const rowActs = useRowActs(row);
  function isSettledCell({ name, warning }: QuestionModel): boolean {
    return warning === undefined && columns.some((column) => column.name === name);
  }
  const [stays, setStays] = useState<ReadonlySet<string>>(new Set());
  const all = useRowQuestions(row, showsAll);
  const asked = all.filter(({ name, field, warning }) =>
    isAsked({
      name,
      isPhoto: field.kind === 'image',
      warning,
      rest,
      current,
      showsAll,
      isCell: columns.some((column) => column.name === name),
    }),
  );
  // A question that was asked stays while the keyboard is in its row: it would vanish under the fingers with its first letter.
  const added = showsAll ? [] : asked.filter(({ name }) => !stays.has(name));
  if (added.length > 0) setStays(new Set([...stays, ...added.map(({ name }) => name)]));
  const questions = all.filter(
    (question) =>
      asked.includes(question) || (stays.has(question.name) && !isSettledCell(question)),
  );
  if (questions.length === 0 && !unclear) return null;
  return (
    <fieldset disabled={row.isLocked} className={css['panelQuestions']}>
      {unclear && (
        <UnclearAmount
          readings={unclear.readings}
          unit={undefined}
          onChoose={(value) => {
            acts.give([{ row: row.id, field: unclear.column.name, value }]);
            onDone();
          }}
        />
      )}
      {questions.map((question) =>
        columns.some(({ name }) => name === question.name) ? (
          <Warned key={question.name} question={question} acts={rowActs} />
        ) : (
          <Question key={question.name} question={question} acts={rowActs} />
        ),
      )}
    </fieldset>
  );
}

interface Asked {
  readonly name: string;
  /** Photos are among the questions only where this record is asked for one. */
  readonly isPhoto: boolean;
  readonly warning: string | undefined;
  readonly rest: RowRest;
  readonly current: string | undefined;
  readonly showsAll: boolean;
  readonly isCell: boolean;
}

/** While a number is being typed it may look unusual at every digit: its warning waits until the cell is left. */
function isAsked({ name, isPhoto, warning, rest, current, showsAll, isCell }: Asked): boolean {
  if (name === current) return false;
  if (name === 'outlier_reason' && current === 'price_amount') return false;
  return isCell
    ? warning !== undefined && rest.warned.includes(name)
    : showsAll || isPhoto || rest.questions.includes(name);
}

function useRowActs({ id }: GridRow): QuestionActs {
  const { acts } = useGridTools().session;
  return useMemo(
    () => ({
      answer: (field, value, raw) => acts.type({ row: id, field, value, raw }),
      giveReason: (field, reason) => acts.giveReason(id, field, reason),
      remark: (field, text) => acts.remark(id, field, text),
      retype: (field, text) => acts.retype(id, field, text),
      correct: (noticed) => acts.correct(id, noticed),
      // What is wrong is said from the start here.
      leave: () => undefined,
      next: () => undefined,
    }),
    [acts, id],
  );
}

const noNotes = {};

function useRowQuestions(row: GridRow, showsAll: boolean): readonly QuestionModel[] {
  const { session, reader } = useGridTools();
  const { form, content } = row;
  const open: ShownForm = {
    setup: {
      formId: 'price',
      form,
      context: session.reader.context(row),
      registers: reader.registers,
      records: [],
      notes: noNotes,
      folds: true,
    },
    session: { content, status: session.reader.status(row) },
    left: useMemo(() => new Set(Object.keys(form.fields)), [form]),
    attempts: 1,
    issues: [],
  };
  const { sections } = useQuestions(open, { showsOptional: showsAll, showsHints: false });
  return sections.flatMap(({ questions }) => questions);
}

interface WarnedProps {
  readonly question: QuestionModel;
  readonly acts: QuestionActs;
}

/** What is unusual about a cell, and the place to answer it. */
function Warned({ question, acts }: WarnedProps): JSX.Element {
  const { t } = useLingui();
  const { label, warning } = question;
  return (
    <div data-field={question.name} className={css['warnedAnswer']}>
      <p>{t`${label}: ${warning}`}</p>
      <WarningAnswer question={question} acts={acts} />
    </div>
  );
}
