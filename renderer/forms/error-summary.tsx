import { useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { Icon } from '../ui/icons.tsx';
import css from './form-view.module.css';
import { focusQuestion } from './focus-order.ts';
import { useIssueText } from './use-issue-text.ts';
import type { OpenForm } from './use-open-form.ts';

/** After a try to finish: everything that stands in the way, each by its question's label, which leads there. */
export function ErrorSummary({ open }: { readonly open: OpenForm }): JSX.Element | null {
  const { issues, attempts, setup, rootRef } = open;
  const { t } = useLingui();
  const { language } = usePreferences();
  const { ofIssue } = useIssueText(setup.formId);
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempts > 0) ref.current?.focus();
  }, [attempts]);
  if (issues.length === 0) return null;
  return (
    <section ref={ref} tabIndex={-1} role="alert" className={css['summary']}>
      <p className={css['summaryTitle']}>
        <Icon name="error" />
        {t`${plural(issues.length, {
          one: '# question keeps this from being finished',
          other: '# questions keep this from being finished',
        })}`}
      </p>
      <ul className={css['summaryList']}>
        {issues.map((issue) => (
          <li key={`${issue.field} ${ofIssue(issue)}`}>
            <button
              type="button"
              className={css['summaryLink']}
              onClick={() => rootRef.current && focusQuestion(rootRef.current, issue.field)}
            >
              {fieldTexts(setup.formId, issue.field)?.[language] ?? issue.field}
            </button>
            <span> — {ofIssue(issue)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
