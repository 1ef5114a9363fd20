import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { Health } from '#shared/sync/http-api.ts';
import type { SignIn } from '#shared/sync/team-api.ts';
import { roleLabels } from '../../i18n/role-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';

type Account = Health['sampleAccounts'][number];

interface SampleAccountsProps {
  readonly accounts: readonly Account[];
  readonly isBusy: boolean;
  readonly onChoose: (input: SignIn) => void;
}

/** One press into a project made of sample data, as each of the roles. */
export function SampleAccounts({ accounts, isBusy, onChoose }: SampleAccountsProps): JSX.Element {
  const { t, i18n } = useLingui();
  const format = useFormat();

  /** The role, and its number where several accounts have it. */
  function nameOf(account: Account): string {
    const alike = accounts.filter(({ role }) => role === account.role);
    const role = i18n._(roleLabels[account.role]);
    return alike.length > 1 ? `${role} ${format.number(alike.indexOf(account) + 1)}` : role;
  }

  return (
    <Notice tone="warn" title={t`Sample project`}>
      <Stack gap="tight">
        <p>{t`For practice: nothing in it is real.`}</p>
        <p>{t`Enter as:`}</p>
        <Inline>
          {accounts.map((account) => (
            <Button
              key={account.name}
              size="small"
              disabled={isBusy}
              onClick={() => onChoose({ name: account.name, password: account.password })}
            >
              {nameOf(account)}
            </Button>
          ))}
        </Inline>
      </Stack>
    </Notice>
  );
}
