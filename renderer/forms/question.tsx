import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { memo } from 'react';
import { isMissing } from '#shared/forms/answers.ts';
import { Badge } from '../ui/badge.tsx';
import type { FieldFrame } from '../ui/field-shell.tsx';
import { Notice } from '../ui/notice.tsx';
import { FieldNotes } from './field-notes.tsx';
import { MissingChoices } from './missing-choices.tsx';
import { MissingAnswer } from './missing-answer.tsx';
import type { QuestionActs } from './question-acts.ts';
import { Offers } from './offers.tsx';
import type { QuestionModel } from './question-model.ts';
import { isSameQuestion } from './question-model.ts';
import { RemarkButton, RemarkField } from './remark-field.tsx';
import { useRemark } from './use-remark.ts';
import css from './question.module.css';
import { WarningAnswer } from './warning-answer.tsx';
import { renderWidget } from './widgets/render-widget.tsx';

interface QuestionProps {
  readonly question: QuestionModel;
  readonly acts: QuestionActs;
}

export const Question = memo(
  QuestionView,
  (a, b) => a.acts === b.acts && isSameQuestion(a.question, b.question),
);

function QuestionView({ question, acts }: QuestionProps): JSX.Element {
  const { t } = useLingui();
  const { name, field, value, raw, options, rows, unit } = question;
  const remark = useRemark(question.remark);
  const frame: FieldFrame = {
    label: question.label,
    isRequired: field.required && field.answeredBy !== 'app',
    hint: question.hint,
    error: question.error,
    warning: question.warning,
    reason: question.warning !== undefined && <WarningAnswer question={question} acts={acts} />,
    aside: (
      <span className={css['aside']}>
        <RemarkButton label={question.label} remark={question.remark} onOpen={remark.open} />
        {question.isCarried && <Badge>{t`carried over`}</Badge>}
        {field.answeredBy === 'respondent' && (
          <MissingChoices
            label={question.label}
            value={isMissing(value) ? value.missing : undefined}
            onChange={(missing) => acts.answer(name, missing && { missing })}
          />
        )}
      </span>
    ),
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields inside take the keys
    <div
      data-field={name}
      className={css['question']}
      onKeyDown={remark.press}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) acts.leave(name);
      }}
    >
      {question.statement !== undefined && (
        <figure className={css['statement']}>
          <figcaption
            className={css['statementNote']}
          >{t`Read this aloud first (F9 shows it in the other language):`}</figcaption>
          <blockquote>{question.statement}</blockquote>
        </figure>
      )}
      {isMissing(value) ? (
        <MissingAnswer
          frame={frame}
          reason={value.missing}
          onAnswerInstead={() => acts.answer(name, undefined)}
        />
      ) : (
        renderWidget({
          name,
          field,
          value,
          raw,
          frame,
          options,
          rows,
          unit,
          onAnswer: (answer, text) => acts.answer(name, answer, text),
          onNext: acts.next,
        })
      )}
      {question.told !== undefined && <Notice tone="warn">{question.told}</Notice>}
      <Offers offers={question.offers} onCorrect={acts.correct} />
      {remark.isOpen && (
        <RemarkField
          label={question.label}
          remark={question.remark}
          inputRef={remark.inputRef}
          onChange={(text) => acts.remark(name, text)}
        />
      )}
      <FieldNotes notes={question.notes} />
    </div>
  );
}
