import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { usePreferences } from '../../i18n/preference-store.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { nameOfCode } from '../../forms/registers.ts';
import { useRegisters } from '../../services/use-registers.ts';
import type { BundlePreview } from '../../sync/take-bundle.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Inline } from '../../ui/stack.tsx';
import type { Stick } from './use-stick.ts';

interface BundlePreviewViewProps {
  readonly preview: BundlePreview;
  readonly stick: Stick;
}

/** Whose bundle it is, whole and signed, and what of it is new here, before anything is taken. */
export function BundlePreviewView({ preview, stick }: BundlePreviewViewProps): JSX.Element {
  const { t } = useLingui();
  const format = useFormat();
  const registers = useRegisters();
  const { language } = usePreferences();
  const { manifest, newEntries, isBarred } = preview;
  const { person, counts, part, madeAtMs } = manifest;
  const name =
    registers.status === 'ready' ? nameOfCode(registers.value, 'person', person, language) : person;
  const madeAt = format.dateTime(madeAtMs);
  const newText = t`${plural(newEntries, { one: '# new entry', other: '# new entries' })}`;
  const allText = t`${plural(counts.entries, { one: '# entry', other: '# entries' })}`;
  const photoText = t`${plural(counts.photos, { one: '# photo', other: '# photos' })}`;
  const number = format.number(part.number);
  const count = format.number(part.of);
  return (
    <Notice
      tone={isBarred ? 'warn' : 'info'}
      title={t`Bundle of ${name}, made on ${madeAt}: whole, and the signature holds`}
      action={
        <Inline>
          <Button kind="primary" icon="download" onClick={() => stick.take(preview)}>
            {t`Take it in`}
          </Button>
          <Button kind="quiet" onClick={stick.dismiss}>{t`Cancel`}</Button>
        </Inline>
      }
    >
      {t`${newText} of ${allText}, ${photoText}.`}{' '}
      {part.of > 1 && t`This is part ${number} of ${count}.`}{' '}
      {isBarred &&
        t`This laptop was barred: nothing of it counts here until the server has judged it. What its person wrote is handed on all the same.`}
    </Notice>
  );
}
