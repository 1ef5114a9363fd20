import type { Messages } from '@lingui/core';
import type { Language } from '#shared/core/language.ts';

interface Catalogue {
  readonly messages: Messages;
}

// Every area of renderer/ keeps its own catalogues. All languages are in the bundle: switching needs no waiting and no file.
const catalogues: Readonly<Record<Language, Readonly<Record<string, Catalogue>>>> = {
  fa: import.meta.glob<Catalogue>('../**/locales/fa.po', { eager: true }),
  en: import.meta.glob<Catalogue>('../**/locales/en.po', { eager: true }),
  ar: import.meta.glob<Catalogue>('../**/locales/ar.po', { eager: true }),
  ckb: import.meta.glob<Catalogue>('../**/locales/ckb.po', { eager: true }),
  prs: import.meta.glob<Catalogue>('../**/locales/prs.po', { eager: true }),
  ps: import.meta.glob<Catalogue>('../**/locales/ps.po', { eager: true }),
};

/** All texts of a language. */
export function messagesOf(language: Language): Messages {
  return Object.assign(
    {},
    ...Object.values(catalogues[language]).map(({ messages }) => messages),
  ) as Messages;
}
