import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Warning, WarningOutcome } from '#shared/records/warning.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { answerText } from '../../forms/answer-text.ts';
import { noticeText } from '../../forms/notice-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import css from './review.module.css';

const outcomeTexts: Readonly<Record<WarningOutcome, MessageDescriptor>> = {
  corrected: msg`correction taken`,
  changed: msg`typed anew`,
  kept: msg`kept as typed`,
};

interface KeptWarningsProps {
  readonly form: SurveyFormId;
  readonly record: RecordView;
  readonly reader: AnswerReader;
}

/** What the surveyor was warned of while typing, what they did about it, and what had stood there. */
export function KeptWarnings({ form, record, reader }: KeptWarningsProps): JSX.Element | null {
  const { i18n, t } = useLingui();
  if (record.warnings.length === 0) return null;

  function typedText({ typed }: Warning): string {
    const { fields } = formOf(form);
    return Object.entries(typed)
      .flatMap(([name, value]) => {
        const field = fields[name];
        return field ? [answerText(form, name, field, value, reader)] : [];
      })
      .join(' · ');
  }
  return (
    <section aria-label={t`Warned of while typing`} className={css['findings']}>
      <h3>{t`Warned of while typing`}</h3>
      <ul>
        {record.warnings.map((warning) => {
          const text = noticeText(warning.name);
          return (
            <li key={warning.name}>
              <Badge tone={warning.outcome === 'kept' ? 'warn' : 'neutral'}>
                {i18n._(outcomeTexts[warning.outcome])}
              </Badge>{' '}
              {text === undefined ? warning.name : i18n._(text)} {t`It had been typed as:`}{' '}
              <bdi>{typedText(warning)}</bdi>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
