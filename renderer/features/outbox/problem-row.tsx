import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFailureText } from '../../i18n/use-failure-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Row } from '../../ui/row-list.tsx';
import { AsideButton } from './aside-button.tsx';
import type { Problem } from './load-outbox.ts';
import { LogLink } from './log-link.tsx';
import { recordAddress } from './record-address.ts';
import type { OutboxWords } from './use-outbox-words.ts';
import { WithdrawButton } from './withdraw-button.tsx';

interface ProblemRowProps {
  readonly problem: Problem;
  readonly words: OutboxWords;
  /** Whether it stands in its own log: then there is no way there. */
  readonly hasLog?: boolean;
  /** Whether its person has set it aside. */
  readonly isAside?: boolean;
}

/** A record the server refused: what happened, that the data is still here, and the way out. */
export function ProblemRow({
  problem,
  words,
  hasLog = false,
  isAside = false,
}: ProblemRowProps): JSX.Element {
  const { t } = useLingui();
  const textOf = useFailureText();
  const { record, failure, visit } = problem;
  const { what, advice } = textOf(failure);
  const address = recordAddress(record.kind, record.id, record.visit);
  // What another's rights or an earlier decision forbid is refused again however it is corrected.
  const canCorrect = failure.kind === 'record/bad-answer' && address !== undefined;
  const name = words.record(record.kind, visit);
  return (
    <Row
      mark={<Badge tone="error" icon="warning">{t`Needs you`}</Badge>}
      title={t`${name} — the server did not take it`}
      note={`${what} ${advice}`}
      actions={
        <>
          {!hasLog && <LogLink record={record.id} />}
          {canCorrect ? (
            <ButtonLink to={address} icon="edit">{t`Correct`}</ButtonLink>
          ) : (
            <WithdrawButton record={record.id} name={name} />
          )}
          {!hasLog && <AsideButton record={record.id} isAside={isAside} />}
        </>
      }
    />
  );
}
