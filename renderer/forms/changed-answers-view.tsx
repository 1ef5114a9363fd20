import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { Badge } from '../ui/badge.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import type { ChangedAnswer, ReadVersion } from './changed-answers.ts';
import css from './changed-answers-view.module.css';
import type { PhotoAccess } from './form-aid.ts';
import { AnswerValueView } from './record-answers.tsx';

interface ChangedAnswersViewProps {
  readonly changes: readonly ChangedAnswer[];
  readonly readPhoto: PhotoAccess['read'];
  /** Whose changes these are, where there are those of several records. */
  readonly title?: string | undefined;
}

/** What a record said and what it is to say, side by side; a word tells what is new and what is gone. */
export function ChangedAnswersView(props: ChangedAnswersViewProps): JSX.Element | null {
  const { changes, readPhoto, title } = props;
  const { t } = useLingui();
  if (changes.length === 0) return null;
  function labelOf({ label, about }: ChangedAnswer): string {
    switch (about) {
      case 'answer':
        return label;
      case 'reason':
        return t`Why it was kept: ${label}`;
      case 'remark':
        return t`Remark: ${label}`;
    }
  }
  function version(of: ReadVersion | undefined): JSX.Element {
    if (!of) return <span className={css['none']}>{t`No answer`}</span>;
    return <AnswerValueView answer={of} readPhoto={readPhoto} />;
  }
  return (
    <section className={css['changes']} aria-label={title ?? t`What is changed`}>
      {title !== undefined && <h3 className={css['title']}>{title}</h3>}
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={joinClasses(css['cell'], css['head'])}>{t`Question`}</th>
            <th scope="col" className={joinClasses(css['cell'], css['head'])}>{t`Before`}</th>
            <th scope="col" className={joinClasses(css['cell'], css['head'])}>{t`Now`}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.about} ${change.field}`} data-changed={change.field}>
              <th scope="row" className={joinClasses(css['cell'], css['head'])}>
                {labelOf(change)}
              </th>
              <td className={css['cell']}>
                {change.after ? (
                  version(change.before)
                ) : (
                  <del className={css['gone']}>{version(change.before)}</del>
                )}
              </td>
              <td className={css['cell']}>
                <span className={css['now']}>
                  {change.after && version(change.after)}
                  {!change.before && <Badge icon="add">{t`Added`}</Badge>}
                  {!change.after && <Badge icon="trash">{t`Removed`}</Badge>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
