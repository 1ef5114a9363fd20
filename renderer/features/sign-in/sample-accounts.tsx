import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Health, SignIn } from '#shared/sync/http-api.ts';
import { roleLabels } from '../../i18n/role-labels.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';

interface SampleAccountsProps {
  readonly accounts: Health['sampleAccounts'];
  readonly isBusy: boolean;
  readonly onChoose: (input: SignIn) => void;
}

/** One press into a project made of sample data, as each of the roles. */
export function SampleAccounts({ accounts, isBusy, onChoose }: SampleAccountsProps): JSX.Element {
  const { t, i18n } = useLingui();
  return (
    <Notice tone="warn" title={t`Sample project`}>
      <Stack gap="tight">
        <p>{t`For practice: nothing in it is real.`}</p>
        <p>{t`Enter as:`}</p>
        <Inline>
          {accounts.map(({ name, password, role }) => (
            <Button
              key={name}
              size="small"
              disabled={isBusy}
              onClick={() => onChoose({ name, password })}
            >
              {i18n._(roleLabels[role])}
            </Button>
          ))}
        </Inline>
      </Stack>
    </Notice>
  );
}
