import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { groupBy } from '#shared/core/group-by.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { useFormat } from '../i18n/use-format.ts';
import { answerText } from './answer-text.ts';
import type { FormStatus } from './form-status.ts';
import { noticeText } from './notice-texts.ts';
import type { Offer } from './question-model.ts';
import type { OpenFormSetup } from './use-open-form.ts';

/** Likely mistakes by the question they are shown at, in words. */
export function useOffers(
  { form, formId, registers }: Pick<OpenFormSetup, 'form' | 'formId' | 'registers'>,
  { noticed }: Pick<FormStatus, 'noticed'>,
): ReadonlyMap<string, readonly Offer[]> {
  const { i18n } = useLingui();
  const { language } = usePreferences();
  const format = useFormat();
  return useMemo(() => {
    /** "Price: 25,000", "Unit: seer (Kabul)"; fields that are emptied go without saying. */
    function changeOf(correction: Answers | undefined): string {
      const reader = { registers, language, format };
      return Object.entries(correction ?? {})
        .flatMap(([name, value]) => {
          const field = form.fields[name];
          if (field === undefined || value === undefined) return [];
          const label = fieldTexts(formId, name)?.[language] ?? name;
          return [`${label}: ${answerText(formId, name, field, value, reader)}`];
        })
        .join(' · ');
    }
    const offers = noticed.map((each): Offer => {
      const text = noticeText(each.name);
      return {
        noticed: each,
        text: text === undefined ? each.name : i18n._(text),
        change: changeOf(each.correction),
      };
    });
    return groupBy(offers, (offer) => offer.noticed.field);
  }, [noticed, form, formId, registers, language, format, i18n]);
}
