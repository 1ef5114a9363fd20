import type { AnswerValue } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { FormContent } from '../../forms/form-content.ts';
import { emptyContent } from '../../forms/form-content.ts';
import type { VisitPart } from '../../services/visit-parts.ts';

// What mostly stays the same from row to row at one outlet; of prices it is what the person pinned. Judgements are asked anew each
// time: carried over they would be kept unread.
const carriedFields: Readonly<Record<Exclude<SurveyFormId, 'price'>, readonly string[]>> = {
  visit: [],
  demand: ['buyer_type'],
  competitor: ['product_id', 'info_source'],
};

/** What a new row takes over from the one before it in the same visit; every answer of it is marked as taken over. */
export function carryOver(
  kind: SurveyFormId,
  before: VisitPart | undefined,
  pins: ReadonlySet<string>,
): FormContent {
  const fields = kind === 'price' ? [...pins] : carriedFields[kind];
  const answers: [string, AnswerValue][] = fields.flatMap((field) => {
    const value = before?.answers[field];
    return value === undefined ? [] : [[field, value]];
  });
  return {
    ...emptyContent,
    answers: Object.fromEntries(answers),
    carried: answers.map(([field]) => field),
  };
}
