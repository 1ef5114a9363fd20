import { expect, test } from 'vitest';
import { languages } from '#shared/core/language.ts';
import { plusCodes } from '#shared/forms/choices.ts';
import { formIds } from '#shared/forms/definitions/catalogue.ts';
import { findingKinds } from '#shared/forms/finding.ts';
import { fieldTexts, fixedUnitLabel, plusLabel } from '#shared/forms/form-labels.ts';
import { formMessages, sharedMessages } from '#shared/forms/form-messages.ts';
import { completeFinding } from '#shared/forms/complete-labels.ts';
import { fixedUnits } from '#shared/forms/unit.ts';

const messages = [...formIds.flatMap(formMessages), ...sharedMessages()];
// Latin terms a Persian reader knows by these letters.
const latinTerms =
  /\b(?:ISO|HS|WFP|WGS|HACCP|COSQC|INSO|ANSA|ANSQA|MSDS|CE|[A-Z]{3})\b|\d|[+×÷/%()–.:،؛»«]/g;

test('every question, section, choice and finding has a Persian and an English text', () => {
  expect(messages.length).toBeGreaterThan(700);
  for (const [key, texts] of messages) {
    expect(texts?.fa.trim(), `${key} in Persian`).toMatch(/\p{Script=Arabic}|^[A-Z0-9 ]+$/u);
    expect(texts?.en.trim(), `${key} in English`).toMatch(/^[^\p{Script=Arabic}]+$/u);
  }
});

test('Persian texts use Persian letters and digits', () => {
  for (const [key, texts] of messages) {
    expect(texts?.fa, `${key}: Arabic yeh, kaf or digits`).not.toMatch(/[يكى٠-٩]/);
    const rest = texts?.fa.replaceAll(/\{\w+\}/g, '').replaceAll(latinTerms, '') ?? '';
    expect(rest, `${key}: Latin letters`).not.toMatch(/[a-z]{2,}/);
  }
});

test.each([
  ['ar', /[یکەپچژگڤڕڵۆێ۰-۹]/],
  ['ckb', /[يكىة۰-۹]/],
  ['prs', /[يكىە٠-٩]/],
  ['ps', /[كىە٠-٩]/],
] as const)('what is read aloud in %s is there, in its own letters', (language, foreign) => {
  const read = messages.filter(
    ([key]) =>
      /^forms\.(?:visit|price|demand|competitor)\..*\.label$/.test(key) ||
      /^choices\.(?:yes_no|consent|availability|payment_terms|month|outlet_type)\./.test(key),
  );
  expect(read.length).toBeGreaterThan(150);
  const wrong = read.filter(([, texts]) => {
    const text = texts?.[language] ?? '';
    return !/\p{Script=Arabic}/u.test(text) || foreign.test(text);
  });
  expect(wrong).toEqual([]);
});

test('every key is computed from its path and occurs once', () => {
  const keys = messages.map(([key]) => key);
  expect(keys).toEqual(
    expect.arrayContaining([
      'forms.price.title',
      'forms.price.sections.terms',
      'forms.price.price_amount.label',
      'forms.price.price_amount.hint',
      'forms.demand.iran_rating.rows.reliability',
      'choices.likert5.na',
      'findings.required',
    ]),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['stop', 'warn'] as const)(
  'all languages of a finding speak of the same values (%s)',
  (severity) => {
    function places(text: string) {
      return (text.match(/\{\w+\}/g) ?? []).toSorted();
    }
    for (const kind of findingKinds) {
      const texts = completeFinding(kind, severity);
      for (const language of languages) {
        expect([kind, language, places(texts[language])]).toEqual([
          kind,
          language,
          places(texts.en),
        ]);
      }
      // A language that borrows another's text has none of its own.
      for (const language of ['ar', 'ckb', 'ps'] as const) {
        expect([texts.en, texts.fa]).not.toContain(texts[language]);
      }
    }
  },
);

test('answers beside a register and units have texts, and unknown names have none', () => {
  for (const code of plusCodes) expect(plusLabel(code)).toHaveProperty('fa');
  for (const unit of fixedUnits) expect(fixedUnitLabel(unit)).toHaveProperty('en');
  expect(plusLabel('erbil')).toBeUndefined();
  expect(fieldTexts('price', 'weather')).toBeUndefined();
});
