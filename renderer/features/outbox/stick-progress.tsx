import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Stack } from '../../ui/stack.tsx';
import type { StickWork } from './use-stick.ts';

type Busy = Extract<StickWork, { readonly kind: 'busy' }>;

/** How far a bundle is, in bytes. */
export function StickProgress({ work }: { readonly work: Busy }): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const titles: Readonly<Record<Busy['step'], string>> = {
    gathering: t`Gathering what waits …`,
    writing: t`Writing to the stick … leave it in`,
    checking: t`Reading it back to check it …`,
    reading: t`Reading the bundle to its end …`,
    taking: t`Taking the bundle in …`,
  };
  const title = titles[work.step];
  const done = format.fileSize(work.done);
  const total = format.fileSize(work.total);
  return (
    <Stack gap="tight">
      <output>{title}</output>
      {work.total > 0 && (
        <>
          <ProgressBar label={title} value={work.done} max={work.total} />
          <p>{t`${done} of ${total}`}</p>
        </>
      )}
    </Stack>
  );
}
