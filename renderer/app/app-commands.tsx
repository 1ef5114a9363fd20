import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useState } from 'react';
import { switchLanguage, usePreferences } from '../i18n/preference-store.ts';
import { Button } from '../ui/button.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import css from './app-commands.module.css';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useAppKeys } from './use-app-keys.ts';

type Opened = 'palette' | 'sheet';

/** What is one key away on every screen: the command palette, the sheet of shortcuts, the other language. */
export function AppCommands(): JSX.Element {
  const { t } = useLingui();
  const [opened, setOpened] = useState<Opened>();
  const { otherLanguage } = usePreferences();
  useAppKeys({
    openPalette: () => setOpened('palette'),
    openSheet: () => setOpened('sheet'),
    switchLanguage: () => void switchLanguage(otherLanguage),
  });
  function close(): void {
    setOpened(undefined);
  }
  return (
    <>
      <div className={css['button']}>
        <Button kind="quiet" size="small" icon="search" onClick={() => setOpened('palette')}>
          {t`Search`}
          <KeyHint keys="Ctrl+K" />
        </Button>
      </div>
      {opened === 'palette' && <Palette onClose={close} onSheet={() => setOpened('sheet')} />}
      {opened === 'sheet' && <ShortcutSheet onClose={close} />}
    </>
  );
}
