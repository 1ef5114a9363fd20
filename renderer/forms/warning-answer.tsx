import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { parseAmount } from '#shared/core/parse-amount.ts';
import { TextInput } from '../ui/text-field.tsx';
import type { QuestionModel } from './question-model.ts';
import type { QuestionActs } from './question-acts.ts';

interface WarningAnswerProps {
  readonly question: QuestionModel;
  readonly acts: Pick<QuestionActs, 'giveReason' | 'retype'>;
}

/** Under a warning: why the answer is kept all the same, or the value typed a second time. */
export function WarningAnswer({ question, acts }: WarningAnswerProps): JSX.Element {
  const { t } = useLingui();
  const { name, label, reason } = question;
  if (question.answersWarning === 'retype') {
    return (
      <TextInput
        numeric
        inputMode="decimal"
        aria-label={t`${label}: type it a second time`}
        placeholder={t`Type it a second time`}
        onChange={(event) => {
          const parsed = parseAmount(event.currentTarget.value);
          acts.retype(name, parsed.kind === 'amount' ? parsed.value : '');
        }}
      />
    );
  }
  return (
    <TextInput
      aria-label={t`${label}: why is it right all the same?`}
      placeholder={t`Why is it right all the same?`}
      value={reason}
      onChange={(event) => acts.giveReason(name, event.currentTarget.value)}
    />
  );
}
