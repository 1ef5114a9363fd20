import { useLingui } from '@lingui/react/macro';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { choiceLabel, fieldTexts } from '#shared/forms/form-labels.ts';
import type { Entry } from '#shared/records/entry.ts';
import { specialPaths } from '#shared/records/record.ts';
import { answerText } from '../../forms/answer-text.ts';
import type { Registers } from '../../forms/registers.ts';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What an entry changed, in words: each question with its new answer, and the step of review. */
export function useChangeText(kind: SurveyFormId, registers: Registers): (entry: Entry) => string {
  const { t } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  const { fields } = formOf(kind);

  return ({ set }) => {
    const answers = Object.entries(set).flatMap(([path, value]) => {
      const field = Object.hasOwn(fields, path) ? fields[path] : undefined;
      if (field === undefined || field.review) return [];
      const label = fieldTexts(kind, path)?.[language] ?? path;
      const reader = { registers, language, format };
      const text =
        value === null ? t`emptied` : answerText(kind, path, field, value as AnswerValue, reader);
      return [`${label}: ${text}`];
    });
    const step = set[specialPaths.reviewStatus];
    const review = typeof step === 'string' ? choiceLabel('review_status', step) : undefined;
    const deleted = set[specialPaths.deleted];
    return [
      ...answers,
      ...(review ? [review[language]] : []),
      ...(deleted === true ? [t`deleted`] : []),
      ...(deleted === false ? [t`brought back`] : []),
    ].join(' · ');
  };
}
