import { useEffect } from 'react';
import { choosePreferences, currentPreferences } from '../i18n/preference-store.ts';

/** F8 turns the screen to the other language, to show it to a trader, and back; nothing that is being typed is touched. */
export function useLanguageKey(): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.code !== 'F8' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
        return;
      }
      event.preventDefault();
      const { language, otherLanguage } = currentPreferences();
      void choosePreferences({ language: otherLanguage, otherLanguage: language });
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
