import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import type { PhotoRef } from '#shared/forms/answers.ts';
import { Badge } from '../ui/badge.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { AnswerPhotos } from './answer-photos.tsx';
import type { PhotoAccess } from './form-aid.ts';
import type { ReadAnswer, ReadSection } from './read-record.ts';
import css from './record-answers.module.css';

interface RecordAnswersProps {
  readonly sections: readonly ReadSection[];
  readonly readPhoto: PhotoAccess['read'];
  /** What a screen adds to an answer: a comparison, a comment. */
  readonly addTo?: ((answer: ReadAnswer) => ReactNode) | undefined;
}

/** The answers of a finished record, for reading. */
export function RecordAnswers({ sections, readPhoto, addTo }: RecordAnswersProps): JSX.Element {
  return (
    <div className={css['sections']}>
      {sections.map((section) => (
        <section key={section.id} className={css['section']}>
          <h3 className={css['title']}>{section.title}</h3>
          <dl className={css['answers']}>
            {section.answers.map((answer) => (
              <AnswerRow key={answer.field} answer={answer} readPhoto={readPhoto}>
                {addTo?.(answer)}
              </AnswerRow>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

interface AnswerRowProps {
  readonly answer: ReadAnswer;
  readonly readPhoto: PhotoAccess['read'];
  readonly children: ReactNode;
}

function AnswerRow({ answer, readPhoto, children }: AnswerRowProps): JSX.Element {
  const { t } = useLingui();
  const { label, reason, remark, isConflict } = answer;
  return (
    <div className={joinClasses(css['row'], reason !== undefined && css['warned'])}>
      <dt className={css['label']}>{label}</dt>
      <dd className={css['answer']}>
        <div className={css['value']}>
          <AnswerValueView answer={answer} readPhoto={readPhoto} />
          {isConflict && (
            <Badge tone="error" icon="warning">
              {t`Two different answers`}
            </Badge>
          )}
        </div>
        {reason !== undefined && (
          <p className={css['reason']}>
            <Icon name="warning" />
            <span>
              {t`Kept although unusual:`} <q>{reason}</q>
            </span>
          </p>
        )}
        {remark !== undefined && (
          <p className={css['remark']}>
            <Icon name="comment" />
            <span>{remark}</span>
          </p>
        )}
        {children}
      </dd>
    </div>
  );
}

interface AnswerValueProps {
  readonly answer: Pick<ReadAnswer, 'text' | 'unit' | 'look' | 'value'>;
  readonly readPhoto: PhotoAccess['read'];
}

/** What was answered, with its unit. */
export function AnswerValueView({ answer, readPhoto }: AnswerValueProps): JSX.Element {
  const { text, unit, look, value } = answer;
  if (look === 'photos' && Array.isArray(value)) {
    return <AnswerPhotos photos={value as readonly PhotoRef[]} read={readPhoto} />;
  }
  if (look === 'text') return <bdi>{text}</bdi>;
  return (
    <span>
      <Figure>{text}</Figure>
      {unit !== undefined && <span className={css['unit']}> {unit}</span>}
    </span>
  );
}
