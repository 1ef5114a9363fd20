import { useLingui } from '@lingui/react/macro';
import { isInstant } from '#shared/core/instant.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import { explainFinding } from '#shared/forms/explain-finding.ts';
import type { Finding } from '#shared/forms/finding.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import type { Issue } from './form-status.ts';

// Comparisons are told to four places; the full figures are kept.
const SHOWN_PLACES = 4;

interface IssueTexts {
  readonly ofFinding: (finding: Finding) => string;
  readonly ofIssue: (issue: Issue) => string;
}

/** What stands in the way of finishing, in words that say what to do. */
export function useIssueText(formId: FormId): IssueTexts {
  const { t } = useLingui();
  const format = useFormat();
  const { language } = usePreferences();

  function ofFinding(finding: Finding): string {
    return explainFinding(formId, finding, language, {
      number: (value) => format.number(value, SHOWN_PLACES),
      date: (value) => {
        if (isPlainDate(value)) return format.date(value);
        return isInstant(value) ? format.dateTime(value) : value;
      },
    });
  }
  function ofIssue(issue: Issue): string {
    switch (issue.kind) {
      case 'finding':
        return ofFinding(issue.finding);
      case 'unreadable':
        return t`What is typed here is no answer yet; correct it or empty it.`;
      case 'no-reason':
        return t`This answer is unusual; write why it is right.`;
      case 'not-retyped':
        return t`Type the same number a second time.`;
    }
  }
  return { ofFinding, ofIssue };
}
