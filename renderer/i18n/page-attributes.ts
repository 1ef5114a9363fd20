import { directionOf } from '#shared/core/language.ts';
import type { Preferences } from './preferences.ts';

/** Tells the page its language, direction, theme and text size; the stylesheet does the rest. */
export function applyToPage(page: HTMLElement, preferences: Preferences): void {
  page.lang = preferences.language;
  page.dir = directionOf[preferences.language];
  if (preferences.theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = preferences.theme;
  page.dataset['textSize'] = preferences.textSize;
}
