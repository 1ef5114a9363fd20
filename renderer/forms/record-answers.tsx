import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX, ReactNode } from 'react';
import { Badge } from '../ui/badge.tsx';
import { Figure } from '../ui/figure.tsx';
import { Icon } from '../ui/icons.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import type { ReadAnswer, ReadSection } from './read-record.ts';
import css from './record-answers.module.css';

interface RecordAnswersProps {
  readonly sections: readonly ReadSection[];
  /** What a screen adds to an answer: a comparison, a comment. */
  readonly addTo?: ((answer: ReadAnswer) => ReactNode) | undefined;
}

/** The answers of a finished record, for reading. */
export function RecordAnswers({ sections, addTo }: RecordAnswersProps): JSX.Element {
  return (
    <div className={css['sections']}>
      {sections.map((section) => (
        <section key={section.id} className={css['section']}>
          <h3 className={css['title']}>{section.title}</h3>
          <dl className={css['answers']}>
            {section.answers.map((answer) => (
              <AnswerRow key={answer.field} answer={answer}>
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
  readonly children: ReactNode;
}

function AnswerRow({ answer, children }: AnswerRowProps): JSX.Element {
  const { t } = useLingui();
  const { label, reason, remark, isConflict } = answer;
  return (
    <div className={joinClasses(css['row'], reason !== undefined && css['warned'])}>
      <dt className={css['label']}>{label}</dt>
      <dd className={css['answer']}>
        <p className={css['value']}>
          <AnswerValueView answer={answer} />
          {isConflict && (
            <Badge tone="error" icon="warning">
              {t`Two different answers`}
            </Badge>
          )}
        </p>
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

function AnswerValueView({ answer }: { readonly answer: ReadAnswer }): JSX.Element {
  const { text, unit, look, value } = answer;
  const { t } = useLingui();
  if (look === 'photos') {
    const count = Array.isArray(value) ? value.length : 0;
    return <span>{t`${plural(count, { one: '# photo', other: '# photos' })}`}</span>;
  }
  if (look === 'text') return <bdi>{text}</bdi>;
  return (
    <span>
      <Figure>{text}</Figure>
      {unit !== undefined && <span className={css['unit']}> {unit}</span>}
    </span>
  );
}
