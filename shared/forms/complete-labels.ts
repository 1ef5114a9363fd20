import type { SourceTexts, TargetLanguage, Texts } from '../core/language.ts';
import { completeTexts, targetLanguages } from '../core/language.ts';
import type { Finding, FindingKind } from './finding.ts';
import { findingTexts } from './labels/finding-texts.ts';
import { operandTexts } from './labels/operand-texts.ts';
import type { FieldTexts, GridTexts } from './labels/texts.ts';
import { translations } from './labels/translations.ts';

/** Label, hint and rows of a field in every language. */
export interface FieldLabels extends Texts {
  readonly hint?: Texts;
  readonly rows?: Readonly<Record<string, Texts>>;
}

/** The texts of a form in every language. */
export interface FormLabels {
  readonly title: Texts;
  readonly sections: Readonly<Record<string, Texts>>;
  readonly fields: Readonly<Record<string, FieldLabels>>;
}

interface WrittenForm {
  readonly title: SourceTexts;
  readonly sections: Readonly<Record<string, SourceTexts>>;
  readonly fields: Readonly<Record<string, FieldTexts | GridTexts>>;
}

/** A form's texts, completed by its translations. */
export function completeForm(id: string, { title, sections, fields }: WrittenForm): FormLabels {
  return {
    title: translated(title, (language) => translations[language].forms[id]?.title),
    sections: mapped(sections, (texts, section) =>
      translated(texts, (language) => translations[language].forms[id]?.sections[section]),
    ),
    fields: mapped(fields, (texts, field) => ({
      ...translated(texts, (language) => translations[language].forms[id]?.labels[field]),
      ...(texts.hint && {
        hint: translated(
          texts.hint,
          (language) => translations[language].forms[id]?.hints?.[field],
        ),
      }),
      ...('rows' in texts && {
        rows: mapped(texts.rows, (row, name) =>
          translated(row, (language) => translations[language].forms[id]?.rows?.[field]?.[name]),
        ),
      }),
    })),
  };
}

/** The texts of code lists, completed by their translations. */
export function completeLists<
  L extends Readonly<Record<string, Readonly<Record<string, SourceTexts>>>>,
>(lists: L): { readonly [Name in keyof L]: Readonly<Record<string, Texts>> } {
  return mapped(lists, (codes, list) => completeList(list, codes)) as {
    readonly [Name in keyof L]: Readonly<Record<string, Texts>>;
  };
}

/** The texts of one code list, completed by their translations. */
export function completeList<C extends string>(
  list: string,
  codes: Readonly<Record<C, SourceTexts>>,
): Readonly<Record<C, Texts>> {
  return mapped(codes, (texts, code) =>
    translated(texts, (language) => translations[language].choices[list]?.[code]),
  ) as Readonly<Record<C, Texts>>;
}

/** What a finding says in every language, where it stops the record and where it asks for a reason. */
export function completeFinding(kind: FindingKind, severity: Finding['severity']): Texts {
  const { warn, ...stop } = findingTexts[kind];
  const isWarning = severity === 'warn' && warn !== undefined;
  return translated(isWarning ? warn : stop, (language) => {
    const text = translations[language].findings[kind];
    return typeof text === 'string' ? text : isWarning ? text.warn : text.text;
  });
}

/** What an operand that is no field is called, in every language. */
export function completeOperand(name: keyof typeof operandTexts): Texts {
  return translated(operandTexts[name], (language) => translations[language].operands[name]);
}

function translated(
  { fa, en }: SourceTexts,
  inLanguage: (language: TargetLanguage) => string | undefined,
): Texts {
  return completeTexts({
    ...Object.fromEntries(targetLanguages.map((language) => [language, inLanguage(language)])),
    fa,
    en,
  });
}

function mapped<T, U>(
  values: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, change(value, key)]),
  );
}
