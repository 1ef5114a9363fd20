import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Noticed } from '#shared/forms/context.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Finding } from '#shared/forms/finding.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import { noticeText } from '../../forms/notice-texts.ts';
import { useIssueText } from '../../forms/use-issue-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { Notice } from '../../ui/notice.tsx';
import css from './review.module.css';
import { DataText } from '../../ui/data-text.tsx';

interface FindingsProps {
  readonly form: FormId;
  readonly findings: readonly Finding[];
  readonly record: RecordView;
  readonly ratio: Decimal | undefined;
  /** Likely mistakes seen from today, the likeliest first. */
  readonly noticed: readonly Noticed[];
}

/** What the rules of the form say of a record today: what keeps it from being approved, and what is unusual. */
export function Findings(props: FindingsProps): JSX.Element | null {
  const { form, findings, record, ratio, noticed } = props;
  const { i18n, t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { ofFinding } = useIssueText(form);
  const stops = findings.filter(({ severity }) => severity === 'stop');
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  const looks = noticed.flatMap(({ name }) => noticeText(name) ?? []);
  if (stops.length + warnings.length + looks.length === 0) return null;

  function textOf(finding: Finding): string {
    // The form's own sentence asks the surveyor to type the price again.
    if (finding.kind !== 'near_median' || ratio === undefined) return ofFinding(finding);
    const times = format.number(ratio, 2);
    return t`${times} times the median of the market.`;
  }
  function list(found: readonly Finding[]): JSX.Element {
    return (
      <ul className={css['findings']}>
        {found.map((finding) => (
          <li key={`${finding.field} ${finding.kind}`}>
            <strong>{fieldTexts(form, finding.field)?.[language] ?? finding.field}</strong>
            {': '}
            {textOf(finding)}
            {record.reasons[finding.field] !== undefined && (
              <>
                {' '}
                {t`The surveyor’s reason:`}{' '}
                <q>
                  <DataText>{record.reasons[finding.field] ?? ''}</DataText>
                </q>
              </>
            )}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {stops.length > 0 && (
        <Notice tone="error" title={t`It cannot be approved as it is`}>
          {list(stops)}
        </Notice>
      )}
      {warnings.length + looks.length > 0 && (
        <Notice tone="warn" title={t`Unusual`}>
          {list(warnings)}
          {looks.length > 0 && <p>{looks.map((text) => i18n._(text)).join(' ')}</p>}
        </Notice>
      )}
    </>
  );
}
