import type { I18n } from '@lingui/core';
import { I18nProvider as LinguiProvider } from '@lingui/react';
import type { JSX, ReactNode } from 'react';
import { useLayoutEffect, useMemo } from 'react';
import { IsolatingI18n } from './isolating-i18n.ts';
import { intlLocaleOf } from './intl-locale.ts';
import { messagesOf } from './catalogues.ts';
import { applyToPage } from './page-attributes.ts';
import { usePreferences } from './preference-store.ts';
import type { Preferences } from './preferences.ts';

/**
 * Gives everything below it the texts of the chosen language. A change of language draws the same components anew and mounts
 * none: what is being typed stays.
 */
export function I18nProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const preferences = usePreferences();
  const { language, digits } = preferences;
  const i18n = useMemo(() => makeI18n({ language, digits }), [language, digits]);
  useLayoutEffect(() => applyToPage(document.documentElement, preferences));
  return <LinguiProvider i18n={i18n}>{children}</LinguiProvider>;
}

/** Texts of a language with counts in the chosen digits: the number locale is not the message locale. */
export function makeI18n({ language, digits }: Pick<Preferences, 'language' | 'digits'>): I18n {
  return new IsolatingI18n({
    locale: language,
    locales: `${intlLocaleOf[language]}-u-nu-${digits}`,
    messages: { [language]: messagesOf(language) },
  });
}
