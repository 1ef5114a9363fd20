import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { MissingActs } from '#shared/journal/journal.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Welcome } from '../../ui/welcome.tsx';

interface MissingWorkPageProps {
  readonly missing: MissingActs;
  readonly onGoOn: () => Promise<void>;
  readonly onLock: () => void;
}

/** Comes before the work where less of it lies here than the laptop had noted: an older copy of the vault, or damage. */
export function MissingWorkPage({ missing, onGoOn, onLock }: MissingWorkPageProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const [isBusy, setIsBusy] = useState(false);
  const when = format.dateTime(missing.notedAtMs);
  return (
    <Welcome
      title={t`Work is missing on this laptop`}
      note={
        missing.frames > 0
          ? t`On ${when} it held at least ${plural(missing.frames, { one: '# change', other: '# changes' })} more than now.`
          : t`On ${when} it held other changes than now.`
      }
    >
      <Stack>
        <Notice
          tone="warn"
          title={t`An older copy of your vault lies in its place, or its disk is damaged`}
        >
          {t`What was sent to the server comes back at the next sync. What was only here is perhaps on the second copy: keep that stick, and change nothing on it.`}
        </Notice>
        <p>
          {t`If nobody you know put an older copy back, somebody else had this laptop in their hands: lock it, and ask the secretariat whether to bar it.`}
        </p>
        <Button kind="primary" onClick={onLock}>{t`Lock now`}</Button>
        <Button
          kind="quiet"
          busy={isBusy}
          onClick={() => {
            setIsBusy(true);
            void onGoOn();
          }}
        >{t`Go on with what is here`}</Button>
      </Stack>
    </Welcome>
  );
}
