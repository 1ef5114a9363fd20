import { describe, expect, test } from 'vitest';
import { completePreferences, parsePreferences } from '../../../../renderer/i18n/preferences.ts';

describe('preferences nobody has chosen', () => {
  test('are Persian, Solar Hijri with Gregorian beside it, and the theme of the system', () => {
    expect(completePreferences({})).toEqual({
      language: 'fa',
      otherLanguage: 'prs',
      calendar: 'persian',
      showsOtherCalendar: true,
      digits: 'arabext',
      theme: 'system',
      textSize: 'normal',
    });
  });

  test('follow the language, those chosen do not', () => {
    expect(completePreferences({ language: 'en' })).toMatchObject({
      calendar: 'gregory',
      digits: 'latn',
    });
    expect(completePreferences({ language: 'en', digits: 'arabext' }).digits).toBe('arabext');
  });
});

describe('stored preferences', () => {
  test('that this version does not know are left out, the others kept', () => {
    expect(parsePreferences({ language: 'tlh', theme: 'sun', future: 1 })).toEqual({
      theme: 'sun',
    });
  });

  test('of any other shape count as none', () => {
    expect(parsePreferences('fa')).toEqual({});
    expect(parsePreferences(undefined)).toEqual({});
  });
});
