import type { JSX } from 'react';
import { directionOf, languages } from '#shared/core/language.ts';
import { languageNames } from '../../i18n/language-names.ts';
import { choosePreferences } from '../../i18n/preference-store.ts';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Welcome } from '../../ui/welcome.tsx';

/** The first question of all, asked in every language at once. */
export function LanguagePage(): JSX.Element {
  return (
    <Welcome title="زبان برنامه · Language">
      <Stack>
        {languages.map((language) => (
          <Button
            key={language}
            kind={language === 'fa' ? 'primary' : 'secondary'}
            lang={language}
            dir={directionOf[language]}
            onClick={() => void choosePreferences({ language })}
          >
            {languageNames[language]}
          </Button>
        ))}
      </Stack>
    </Welcome>
  );
}
