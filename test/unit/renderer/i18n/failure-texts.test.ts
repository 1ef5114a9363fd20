import { describe, expect, test } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import { failureSchema } from '#shared/core/failure.ts';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { failureText } from '../../../../renderer/i18n/failure-texts.ts';
import { makeI18n } from '../../../../renderer/i18n/i18n-provider.tsx';
import { completePreferences } from '../../../../renderer/i18n/preferences.ts';

const preferences = completePreferences({ language: 'fa' });
const format = createFormat(preferences);
const i18n = makeI18n(preferences);

/** One failure of each kind; texts and numbers stand for its details. */
const failures = failureSchema.options.map(({ shape }) => {
  const details = Object.entries(shape).map(([name, type]) => {
    if (name === 'kind') return [name, shape.kind.value] as const;
    return [name, type.type === 'number' ? 90 : 'جزئیات'] as const;
  });
  return Object.fromEntries(details) as Failure;
});

describe.each(failures)('$kind', (failure) => {
  test('is told in Persian: what happened, and what is safe or to be done', () => {
    const { what, advice } = failureText(failure, format);
    for (const message of [what, advice]) {
      const text = i18n._(message);
      expect(text).toMatch(/^[^a-z]*\p{Script=Arabic}/u);
      expect(text).toMatch(/[.؟]$/);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });
});

test('a wait is told in whole minutes, never less than one', () => {
  const soon = failureText({ kind: 'account/too-many-tries', retryAfterSeconds: 5 }, format);
  expect(i18n._(soon.advice)).toContain('۱ دقیقه');
});
