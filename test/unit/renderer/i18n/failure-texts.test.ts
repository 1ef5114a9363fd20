import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import { failureSchema } from '#shared/core/failure.ts';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { failureText } from '../../../../renderer/i18n/failure-texts.ts';
import { makeI18n } from '../../../../renderer/i18n/i18n-provider.tsx';
import { completePreferences } from '../../../../renderer/i18n/preferences.ts';

const preferences = completePreferences({ language: 'fa' });
const format = createFormat(preferences);
const i18n = makeI18n(preferences);

/** Failures of each kind, one for each choice a detail has; texts and numbers stand for the others. */
const failures = failureSchema.options.flatMap(({ shape }) => {
  let made: Readonly<Record<string, unknown>>[] = [{ kind: shape.kind.value }];
  for (const [name, type] of Object.entries(shape)) {
    if (name === 'kind') continue;
    const values = type instanceof z.ZodEnum ? type.options : [sampleOf(type.type)];
    made = made.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  return made as unknown as readonly Failure[];
});

function sampleOf(type: string): string | number {
  return type === 'number' ? 90 : 'جزئیات';
}

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
