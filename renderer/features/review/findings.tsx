import { useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { JSX } from 'react';
import type { LikelyMistake } from '#shared/analysis/likely-mistake.ts';
import { likelyMistake } from '#shared/analysis/likely-mistake.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { Finding } from '#shared/forms/finding.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useIssueText } from '../../forms/use-issue-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { Notice } from '../../ui/notice.tsx';
import css from './review.module.css';

interface FindingsProps {
  readonly form: FormId;
  readonly findings: readonly Finding[];
  readonly record: RecordView;
  readonly ratio: Decimal | undefined;
}

const mistakeTexts: Readonly<Record<LikelyMistake, MessageDescriptor>> = {
  ten: msg`Ten times off: perhaps toman for rial, a zero too many or too few, or the price of ten.`,
  hundred: msg`A hundred times off: perhaps a price or rate per hundred.`,
  thousand: msg`A thousand times off: perhaps the thousands were left out, or grams taken for kilograms.`,
  dozen: msg`Twelve times off: perhaps the price of a dozen.`,
  seer: msg`Seven times off: perhaps the price of a Kabul seer (7.066 kg).`,
};

/** What the rules of the form say of a record today: what keeps it from being approved, and what is unusual. */
export function Findings({ form, findings, record, ratio }: FindingsProps): JSX.Element | null {
  const { i18n, t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { ofFinding } = useIssueText(form);
  const stops = findings.filter(({ severity }) => severity === 'stop');
  const warnings = findings.filter(({ severity }) => severity === 'warn');
  const mistake = ratio === undefined ? undefined : likelyMistake(ratio);
  if (stops.length + warnings.length === 0) return null;

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
                {t`The surveyor’s reason:`} <q>{record.reasons[finding.field]}</q>
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
      {warnings.length > 0 && (
        <Notice tone="warn" title={t`Unusual`}>
          {list(warnings)}
          {mistake !== undefined && <p>{i18n._(mistakeTexts[mistake])}</p>}
        </Notice>
      )}
    </>
  );
}
