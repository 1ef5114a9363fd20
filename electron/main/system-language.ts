import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';

/** The first of the person's languages that the app has; Persian where it has none of them. */
export function systemLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.split('-', 1)[0]);
  return spoken.flatMap((name) => languages.filter((own) => own === name))[0] ?? 'fa';
}
