import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { localCurrency } from '#shared/forms/calculations/exchange.ts';
import { exchangeRateForm } from '#shared/forms/definitions/survey-registers.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import type { FormContent } from '../../forms/form-content.ts';
import { emptyContent } from '../../forms/form-content.ts';
import type { FinishedForm } from '../../forms/use-open-form.ts';

/** What the form of a rate begins with: what was typed, else the rate that is changed, else the place of the last visit. */
export function contentOfRate(
  before: RecordView | undefined,
  draft: Draft | undefined,
  visit: Answers,
  today: PlainDate,
): FormContent {
  if (draft) return { ...emptyContent, answers: draft.set as Answers, raw: draft.raw };
  if (before) return { ...emptyContent, answers: before.answers as Answers };
  const country = textAnswer(visit['country']);
  return {
    ...emptyContent,
    answers: {
      dated: today,
      kind: 'market',
      currency: localCurrency[country ?? ''],
      country,
      admin1_pcode: textAnswer(visit['admin1_pcode']),
      market: visit['market_id'] === 'other' ? undefined : textAnswer(visit['market_id']),
    },
  };
}

/** The draft that keeps a rate while it is typed. */
export function rateDraft(
  record: RecordId,
  isChange: boolean,
  content: FormContent,
  savedMs: number,
): Draft {
  return {
    record,
    kind: exchangeRateForm.id,
    form: exchangeRateForm.version,
    visit: null,
    set: given(content.answers),
    raw: content.raw,
    isChange,
    savedMs,
  };
}

/** The entry that writes a rate down, or changes one to what the form holds. */
export function rateChange(
  record: RecordId,
  before: RecordView | undefined,
  { answers }: FinishedForm,
  why: string | undefined,
): RecordChange {
  const now = given(answers);
  const gone = Object.keys(before?.answers ?? {}).filter((field) => now[field] === undefined);
  return {
    record,
    kind: exchangeRateForm.id,
    form: exchangeRateForm.version,
    set: { ...now, ...Object.fromEntries(gone.map((field) => [field, null])) },
    ...(why === undefined ? {} : { why }),
  };
}

function given(answers: Answers): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value as Json] as const],
    ),
  );
}
