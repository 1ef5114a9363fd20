import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { RowList } from '../../ui/row-list.tsx';
import type { Problem } from './load-outbox.ts';
import { ProblemRow } from './problem-row.tsx';
import type { OutboxWords } from './use-outbox-words.ts';

interface AsideCardProps {
  readonly problems: readonly Problem[];
  readonly words: OutboxWords;
}

/** Refused records that wait for their person, out of the way of what is being sent. */
export function AsideCard({ problems, words }: AsideCardProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const count = format.number(problems.length);
  return (
    <Card
      title={t`Set aside for later: ${count}`}
      note={t`They stay on this laptop and hold nothing else up. Do not wipe the laptop before they are settled.`}
    >
      <RowList>
        {problems.map((problem) => (
          <ProblemRow key={problem.record.id} problem={problem} words={words} isAside />
        ))}
      </RowList>
    </Card>
  );
}
