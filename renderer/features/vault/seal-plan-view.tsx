import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { normalisePassphrase } from '#shared/vault/passphrase.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { TravelPlan } from '../../services/seal-for-travel.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline, Stack } from '../../ui/stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Journey } from './use-seal.ts';

interface SealPlanViewProps {
  readonly journey: Journey;
  readonly onWrite: () => void;
  readonly onSeal: () => void;
  readonly onCancel: () => void;
}

/** What is carried, what stays behind, and the one thing to do next: the next part, or the word that seals. */
export function SealPlanView({
  journey,
  onWrite,
  onSeal,
  onCancel,
}: SealPlanViewProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { plan, written } = journey;
  const parts = plan.bundle?.parts ?? [];
  const number = format.number(written.length + 1);
  const count = format.number(parts.length);
  return (
    <Stack>
      <Carried journey={journey} />
      <LeftBehind plan={plan} />
      {written.length < parts.length ? (
        <Inline>
          <Button kind="primary" icon="disk" onClick={onWrite}>
            {parts.length > 1 ? t`Choose where: part ${number} of ${count}` : t`Choose where`}
          </Button>
          <Button kind="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        </Inline>
      ) : (
        <Confirmation onSeal={onSeal} onCancel={onCancel} />
      )}
    </Stack>
  );
}

function Carried({ journey }: { readonly journey: Journey }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const parts = journey.plan.bundle?.parts ?? [];
  if (parts.length === 0) {
    return <Notice tone="ok" title={t`Nothing waits: the server has signed for everything`} />;
  }
  if (journey.written.length === parts.length) {
    const names = format.list(journey.written.map(({ name }) => name));
    return (
      <Notice tone="ok" title={t`On the stick, and read back without a fault: ${names}`}>
        {t`Give the stick to somebody else, or carry it apart from the laptop.`}
      </Notice>
    );
  }
  const entries = parts.reduce((sum, { counts }) => sum + counts.entries, 0);
  const photos = parts.reduce((sum, { counts }) => sum + counts.photos, 0);
  const size = format.fileSize(parts.reduce((sum, { counts }) => sum + counts.bytes, 0));
  const entryText = t`${plural(entries, { one: '# entry', other: '# entries' })}`;
  const photoText = t`${plural(photos, { one: '# photo', other: '# photos' })}`;
  return (
    <Notice tone="info" title={t`To be put on the stick: ${entryText}, ${photoText} (${size})`}>
      {t`Nothing is destroyed before it lies there and was read back.`}
    </Notice>
  );
}

function LeftBehind({ plan }: { readonly plan: TravelPlan }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { copy } = plan;
  const drafts = format.number(plan.drafts.length);
  const carried = format.number(plan.carried);
  return (
    <>
      {plan.recoverers > 0 ? (
        <Notice tone="info" title={t`What stays here opens with a recovery key alone`}>
          {t`Your passphrase and the code on paper open nothing any more. No bundle carries these, but they stay in the vault. Drafts: ${drafts}. Entries of others: ${carried}.`}
        </Notice>
      ) : (
        <Notice tone="info" title={t`Nothing of your work stays on this laptop`}>
          {t`This vault has no recovery keys, so all of it is taken away. What was sent comes back from the server when you sign in again.`}
        </Notice>
      )}
      {copy.kind === 'kept' && (
        <Notice tone="warn" title={t`There is a second copy in ${copy.folder}`}>
          {t`Plug it in now, and it is sealed too. Where it is not plugged in it still opens with your passphrase: do not take it with you.`}
        </Notice>
      )}
    </>
  );
}

function Confirmation({
  onSeal,
  onCancel,
}: Pick<SealPlanViewProps, 'onSeal' | 'onCancel'>): JSX.Element {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const word = t({ message: 'seal', context: 'the word typed to confirm sealing for travel' });
  const isRight = normalisePassphrase(typed) === normalisePassphrase(word);
  return (
    <form
      noValidate
      data-vault="seal"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) onSeal();
      }}
    >
      <Stack>
        <TextField
          label={t`To seal, type: ${word}`}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Inline>
          <Button kind="danger" type="submit" disabled={!isRight}>{t`Destroy the keys`}</Button>
          <Button kind="quiet" onClick={onCancel}>{t`Cancel`}</Button>
        </Inline>
      </Stack>
    </form>
  );
}
