import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { WorkContents } from '../../db/work-contents.ts';
import { countContents } from '../../db/work-contents.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SettingRow, SettingRows } from './setting-row.tsx';

interface Comparison {
  readonly laptop: WorkContents;
  readonly copy: WorkContents;
  readonly damagedBytes: number;
}

/** The drill: the copy is read back whole and held against this laptop. */
export function CopyCheck(): JSX.Element {
  const { t } = useLingui();
  const { desktop } = useServices();
  const [checked, setChecked] = useState<Result<Comparison, Failure>>();
  const [isBusy, setIsBusy] = useState(false);

  async function check(): Promise<void> {
    setIsBusy(true);
    setChecked(await compare(desktop));
    setIsBusy(false);
  }

  return (
    <>
      <div>
        <Button icon="search" busy={isBusy} onClick={() => void check()}>
          {t`Check the copy`}
        </Button>
      </div>
      {checked && !checked.ok && <FailureView failure={checked.error} />}
      {checked?.ok && <ComparisonView comparison={checked.value} />}
    </>
  );
}

/** Copies first, so that what is compared is of the same moment. */
async function compare(desktop: Desktop): Promise<Result<Comparison, Failure>> {
  const state = await desktop.call('copy.run', null);
  if (state.kind === 'kept' && state.failure) return err(state.failure);
  const opened = await desktop.call('copy.open', { from: 'own' });
  if (!opened.ok) return opened;
  const copy = await countContents(desktop, 'copy');
  if (!copy.ok) return copy;
  const laptop = await countContents(desktop, 'laptop');
  if (!laptop.ok) return laptop;
  const damagedBytes = opened.value?.damagedBytes ?? 0;
  return ok({ laptop: laptop.value, copy: copy.value, damagedBytes });
}

function ComparisonView({ comparison }: { readonly comparison: Comparison }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const { laptop, copy, damagedBytes } = comparison;
  const isWhole =
    damagedBytes === 0 &&
    copy.entries >= laptop.entries &&
    copy.drafts >= laptop.drafts &&
    copy.photos >= laptop.photos;
  function both(inCopy: number, here: number): string {
    const copied = format.number(inCopy);
    const onLaptop = format.number(here);
    return t`${copied} in the copy, ${onLaptop} on this laptop`;
  }
  return (
    <>
      {isWhole ? (
        <Notice tone="ok">{t`The copy is whole: every part of it was read back, and nothing is missing.`}</Notice>
      ) : (
        <Notice tone="warn" title={t`The copy is not whole`}>
          {t`Your work is safe on this laptop. Choose another folder for the copy: a new one is made there.`}
        </Notice>
      )}
      <SettingRows>
        <SettingRow label={t`Entries`}>{both(copy.entries, laptop.entries)}</SettingRow>
        <SettingRow label={t`Drafts`}>{both(copy.drafts, laptop.drafts)}</SettingRow>
        <SettingRow label={t`Photos`}>{both(copy.photos, laptop.photos)}</SettingRow>
      </SettingRows>
    </>
  );
}
