import type { TargetLanguage } from '../../core/language.ts';

/** The texts of the questionnaire in one more language, by form, list and code. */
export interface Translation {
  readonly forms: Readonly<Record<string, TranslatedForm>>;
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface TranslatedForm {
  readonly title: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly hints?: Readonly<Record<string, string>>;
  readonly rows?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Every translation there is. */
export const translations: Readonly<Record<TargetLanguage, Translation>> = {
  ar: { forms: {}, choices: {} },
  ckb: { forms: {}, choices: {} },
  prs: { forms: {}, choices: {} },
  ps: { forms: {}, choices: {} },
};
