import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';

/** The first of the person's languages that the app has; Persian where it has none of them. */
export function systemLanguage(preferred: readonly string[]): Language {
  return preferred.flatMap((tag) => languages.filter((own) => own === nameOf(tag)))[0] ?? 'fa';
}

// Systems call Dari the Persian of Afghanistan.
function nameOf(tag: string): string | undefined {
  return /^fa-(?:[A-Za-z]{4}-)?AF\b/.test(tag) ? 'prs' : tag.split('-', 1)[0];
}
