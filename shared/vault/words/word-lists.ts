import type { Language } from '../../core/language.ts';
import { standInOf } from '../../core/language.ts';
import { normalisePassphrase } from '../passphrase.ts';
import { arabicWords } from './ar.ts';
import { soraniWords } from './ckb.ts';
import { englishWords } from './en.ts';
import { persianWords } from './fa.ts';
import { pashtoWords } from './ps.ts';

const written: Partial<Readonly<Record<Language, readonly string[]>>> = {
  fa: persianWords,
  en: englishWords,
  ar: arabicWords,
  ckb: soraniWords,
  ps: pashtoWords,
};

/** The words of passphrases in a language, or in the one its readers read besides; no two alike once typed. */
export function wordsIn(language: Language): readonly string[] {
  const words = written[language] ?? written[standInOf[language]] ?? englishWords;
  const byKey = new Map(words.map((word) => [normalisePassphrase(word), word]));
  return [...byKey.values()];
}
