import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { languageNames } from '../i18n/language-names.ts';
import { usePreferences } from '../i18n/preference-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import type { ShortcutHint } from '../ui/shortcut-hints.ts';
import { useShownHints } from '../ui/shortcut-hints.ts';
import css from './shortcut-sheet.module.css';

/** Every key that does something now: everywhere, and on this screen. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useLingui();
  const here = useShownHints();
  const everywhere = useAppKeyHints();
  return (
    <Dialog size="wide" title={t`Shortcuts`} onClose={onClose}>
      <div className={css['groups']}>
        <KeyGroup title={t`Everywhere`} hints={everywhere} />
        {here.length > 0 && <KeyGroup title={t`On this screen`} hints={here} />}
      </div>
    </Dialog>
  );
}

function useAppKeyHints(): readonly ShortcutHint[] {
  const { t } = useLingui();
  const { otherLanguage } = usePreferences();
  const language = languageNames[otherLanguage];
  return [
    { keys: 'Ctrl+K', label: t`search for screens, visits, records, markets and commands` },
    { keys: '?', label: t`this sheet` },
    { keys: 'F1', label: t`this sheet, also while typing` },
    { keys: 'F9', label: t`the screen in ${language}, and back` },
    { keys: 'Ctrl+Shift+L', label: t`lock at once` },
    { keys: 'Esc', label: t`close` },
  ];
}

interface KeyGroupProps {
  readonly title: string;
  readonly hints: readonly ShortcutHint[];
}

function KeyGroup({ title, hints }: KeyGroupProps): JSX.Element {
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <dl className={css['keys']}>
        {hints.map(({ keys, label }) => (
          <div key={`${keys} ${label}`} className={css['row']}>
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd className={css['label']}>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
