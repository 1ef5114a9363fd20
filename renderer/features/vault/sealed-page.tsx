import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Welcome } from '../../ui/welcome.tsx';

interface SealedPageProps {
  readonly atMs: number;
  /** Whether what was sealed still lies here, for whoever has a recovery key. */
  readonly isKept: boolean;
  /** Vaults of others on this laptop. */
  readonly others: number;
  readonly onNew: () => void;
  readonly onOpen: () => void;
}

/** After sealing for travel: what can still be read on this laptop, and how its person goes on behind the border. */
export function SealedPage({ atMs, isKept, others, onNew, onOpen }: SealedPageProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const when = format.dateTime(atMs);
  const zero = format.number(0);
  const otherText = format.number(others);
  return (
    <Welcome
      title={t`This laptop is sealed`}
      note={t`Sealed for travel: ${when}. Records of yours that can be read here: ${zero}.`}
    >
      <Stack>
        <Notice tone="ok" title={t`Nobody can open your work here, and you neither`}>
          {isKept
            ? t`Your passphrase and the code on paper open nothing. What lies here is ciphertext, for the people with recovery keys.`
            : t`Your passphrase and the code on paper open nothing: the keys and the work are gone from this laptop. What you carried is for your supervisors and the server.`}
        </Notice>
        {others > 0 && (
          <Notice tone="info">
            {t`Vaults of others on this laptop: ${otherText}. Each opens with its own passphrase.`}
          </Notice>
        )}
        <p>{t`When you are through: make a new vault and sign in, or ask your supervisor for a code. What you sent comes back from the server, what you carried once the stick is taken in.`}</p>
        <Button kind="primary" onClick={onNew}>{t`A new vault`}</Button>
        {(isKept || others > 0) && (
          <Button kind="quiet" onClick={onOpen}>
            {isKept ? t`Open with a recovery key` : t`Open your vault`}
          </Button>
        )}
      </Stack>
    </Welcome>
  );
}
